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
    assert Shell.run(sources, "./build.sh", "buildah", basedir.path, place, "${cache}/base.tar").contains("EMBEDDING 384")
}
