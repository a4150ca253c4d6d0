import dev.airgap.it.Case
import dev.airgap.it.Shell

Case.of(context).end {
    // Docker's engine and buildah need the room.
    it.path("store").toFile().deleteDir()
    def sources = new File(engine)
    def place = new File(cache, "engine").path
    it.log().says("Sealed target/app-1.0.tar").says("Verified target/app-1.0.tar")
    Shell.run(sources, "./engine.sh", "start", place)
    try {
        assert Shell.run(sources, "./build.sh", "docker", basedir.path, place, "${cache}/base.tar").contains("EMBEDDING 384")
    } finally {
        Shell.run(sources, "./engine.sh", "stop", place)
    }
    def said = Shell.run(sources, "./build.sh", "buildah", basedir.path, place, "${cache}/base.tar",
            "${judgeScripts}/loaders", "${cache}/minilm")
    assert said.contains("EMBEDDING 384")
    // Every loader told what it loaded; the versions are those that the documentation names.
    def versions = new File(judgeScripts, "loaders/requirements.txt").readLines().findAll { line -> line.contains("==") }
            .collectEntries { line -> line.split("==") as List }
    ["fastembed", "huggingface_hub", "nltk", "onnxruntime", "sentence-transformers", "spacy", "tiktoken", "torch", "transformers"].each { name ->
        assert said.toLowerCase().contains("\n${name} ${versions[name]}, python 3.11, uid 1000660000: ".toString()), "${name}:\n${said}"
    }
    println said.readLines().findAll { line -> line.contains(", uid ") }.join("\n")
    assert !it.read("airgap.lock").contains("s3cret")
    it.log().hides("s3cret")
}
