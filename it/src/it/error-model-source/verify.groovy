import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat

Case.of(context).end {
    it.log(1).failsInSentences().says("The model org/two has several sources: <folder> and <artifact>",
            "The model org/hub has several sources: <hub> and <cache>", "The layout of the model org/layout is unknown: deep",
            "The model org/path has a <path>, but no flat layout", "The <path> of the model org/up can't be used",
            "<model> in ")
    it.log(2).failsInSentences().says("The artifact of org/a has no coordinates: nonsense", "org.example:minilm:1.0:zip",
            "is no revision of org/b", "-Dairgap.models")
    it.log(3).failsInSentences().says("The folder of org/a is not on this machine",
            "org/b@main has a file that can't be taken: passwd.json: it is a link that leads out of the folder",
            "org/b@main has a file that can't be taken: up.json: it is a link that leads out of the folder",
            "aux.json: \"aux.json\" is a device on Windows", "config.json: it clashes with CONFIG.json",
            "The folder of org/d is no folder that can be read", "The folder of org/e holds airgap.lock, which is made here")
    it.log(4).failsInSentences().says("The cache of org/a is not on this machine", "The cache's ref main of org/b is damaged",
            "config.json: it is a link to no blob of its repository")
    it.log(5).failsInSentences().says("The artifact of a model can't be resolved: org.example:absent:1.0:zip", "offline")
    it.log(6).failsInSentences().says("The archive org.example:evil:1.0:zip can't be unpacked", "../up.json",
            "The archive org.example:evil:1.0:tar.gz can't be unpacked", "The entry config.json is a symbolic link",
            "The bundle org.example:evil:1.0:zip:other has no model org/c", "It has org/else.",
            "The archive org.example:evil:1.0:jar can't be unpacked", "a zip, a jar, a tar or a tar.gz of plain files")
    it.log().hides("root:", "stolen")
    assertThat(it.path("store/up.json")).doesNotExist()
    assertThat(it.path("store/unpacked/up.json")).doesNotExist()
    assertThat(it.path("airgap.lock")).doesNotExist()
    assertThat(it.path("target/error-model-source-1.0.tar")).doesNotExist()
}
