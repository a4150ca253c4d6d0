import dev.airgap.it.Case
import groovy.json.JsonSlurper

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).failsInSentences().says("The model org/custom brings code", "<model> in",
            "config.json: AutoModel is org/impl--modeling_custom.CustomModel", "<remoteCode>true</remoteCode>",
            "<remoteCode>false</remoteCode>").hides("org/plain brings")

    def models = new JsonSlurper().parseText(context.manifest).models.collectEntries { [it.repo, it] }
    assertThat(models.keySet()).containsExactly("org/custom", "org/impl", "org/plain")
    assertThat(models["org/custom"].code).containsExactly("configuration_custom.py", "helpers.py")
    assertThat(models["org/impl"].code).containsExactly("modeling_custom.py", "tokenization.py")
    assertThat(models["org/impl"].neededBy).containsExactly("org/custom@main")
    assertThat(models["org/impl"].commit).isEqualTo(context.first)
    assertThat(models["org/plain"].code).isNull()
    assertThat(context.lock).contains("needed-by = [\"org/custom@main\"]", context.first)
    def impl = "models/hub/models--org--impl/"
    assertThat(context.names).contains(impl + "refs/main", impl + "snapshots/${context.first}/modeling_custom.py".toString())
    assertThat(context.names.findAll { name -> name.startsWith(impl) }).hasSize(3)

    // The pin of the code stays until it is told to move.
    assertThat(context.third).contains(context.first).doesNotContain(context.impl.sha())
    assertThat(context.upgraded).contains(context.impl.sha()).doesNotContain(context.first)

    it.log(5).says("left out: configuration_custom.py (", "code, and remoteCode is false)")
    it.tar("target/model-remote-code-1.0.tar").lacks("configuration_custom.py", "modeling_custom.py")
    assertThat(it.read("airgap.lock")).doesNotContain("org/impl", "needed-by")
    it.log(6).failsInSentences().says("There is no model of the name org/costum to trust the code of")
}
