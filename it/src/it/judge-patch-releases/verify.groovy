import dev.airgap.it.Case

Case.of(context).end {
    def judge = context.judge
    def bundle = it.path("target/airgap/bundle")
    def target = judge.hostTarget()
    it.index().close()

    // What any patch release needs is there, on whichever of them the bundle was made.
    def listed = it.read("target/airgap/bundle/requirements/${target}.txt").readLines().collect { line -> line.split("==")[0] }
    assert listed.containsAll(["demo", "here", "elsewhere", "later"])

    // pip, on the patch release at hand.
    judge.run(it.path("."), "python3", "-m", "venv", "--without-pip", "app")
    judge.run(bundle, "python3", "-m", "pip", "--python", it.path("app/bin/python").toString(), "install", "-r", "requirements/${target}.txt".toString())
    judge.run(bundle, "python3", "-m", "pip", "--python", it.path("app/bin/python").toString(), "check")
    judge.run(it.path("."), "app/bin/python", "-c", "import demo, here")

    // uv, which judges markers for a patch release that isn't here: from the bundle's wheels it installs what each needs.
    def parts = context.python.tokenize(".")
    def next = "${parts[0]}.${parts[1]}.${parts[2].toInteger() + 1}".toString()
    [(context.python): ["demo", "here"], (next): ["demo", "elsewhere", "later"]].each { version, needed ->
        def folder = it.path("uv-" + version)
        judge.run(bundle, judges + "/bin/uv", "pip", "install", "--offline", "--no-cache", "--no-config", "--no-index",
                "--find-links", "wheels", "--python-version", version, "--target", folder.toString(), "demo")
        def installed = folder.toFile().list().findAll { name -> name.endsWith(".dist-info") }.collect { name -> name.split("-")[0] }
        assert installed.sort() == needed.sort()
    }
}
