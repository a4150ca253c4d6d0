import dev.airgap.it.Case
import dev.airgap.testkit.TinyModel

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    def name = "sentence-transformers/all-MiniLM-L6-v2"
    it.log(1).says("folder", "left out: pytorch_model.bin (7 B, pickle)")
    it.log(2).says("is up to date")
    it.log(3).failsInSentences().says("airgap.locked is set", "model ${name}@main: content".toString(), "became content")
    it.log(6).failsInSentences().says("The folder of ${name} is not on this machine".toString(), "models/minilm", "<model> in ")

    // The lock pins every file, and no path of this machine.
    assertThat(context.lock).contains('source = "folder models/minilm"', 'revision = "main"', 'path = "1_Pooling/config.json"')
            .doesNotContain(it.path("").toString(), "pytorch_model", ".git/")
    def commit = (context.lock =~ /commit = "([0-9a-f]{40})"/)[0][1]
    def moved = (it.read("airgap.lock") =~ /commit = "([0-9a-f]{40})"/)[0][1]
    assertThat(moved).isNotEqualTo(commit)
    it.log(4).says("${name}@main ${commit} -> ${moved}".toString())

    def tar = it.tar("target/model-folder-1.0.tar").isPlain()
    def snapshot = "models/hub/models--sentence-transformers--all-MiniLM-L6-v2/snapshots/${moved}/".toString()
    def files = TinyModel.files()
    files["1_Pooling/config.json"] = "{}".bytes
    files.each { path, bytes -> assertThat(tar.bytes(snapshot + path)).isEqualTo(bytes) }
    it.tar("target/mine.tar").holds("models/hub/models--org--mine/snapshots/${moved}/config.json".toString())

    // The reference client takes it for the snapshot of that name.
    context.judge.run(it.path(""), [HF_HOME: it.path("home").toString()],
            "python3", judgeScripts.toString() + "/hub_offline.py", it.path("target/airgap/bundle").toString(), name)
}
