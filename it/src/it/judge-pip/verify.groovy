import dev.airgap.it.Case

Case.of(context).end {
    def judge = context.judge
    def bundle = it.path("target/airgap/bundle")
    def target = judge.hostTarget()
    // Nothing is left to ask: the index is gone.
    it.index().close()
    judge.run(bundle, "sha256sum", "--quiet", "-c", "SHA256SUMS")
    judge.run(bundle, "python3", "-m", "pip", "install", "--root-user-action", "ignore",
            "--target", it.path("pip").toString(), "-r", "requirements/${target}.txt".toString())
    judge.run(bundle, [PYTHONPATH: it.path("pip").toString()], "python3", "-c", "import demo, helper, speedup; assert demo.__version__ == '1.0'")
    judge.run(bundle, judges + "/bin/uv", "pip", "install", "--offline", "--no-cache", "--no-config", "--target", it.path("uv").toString(),
            "-r", "pylock.${target}.toml".toString())
    judge.run(bundle, [PYTHONPATH: it.path("uv").toString()], "python3", "-c", "import demo, helper, speedup")

    // The lines of the log, as they stand there, where only the tar has been carried to.
    def away = it.path("away")
    java.nio.file.Files.createDirectories(away)
    java.nio.file.Files.copy(it.path("target/judge-pip-1.0.tar"), away.resolve("judge-pip-1.0.tar"))
    def lines = ["tar -xf", "python3 -m venv app", "app/bin/pip --isolated"].collect { piece -> it.log().lines(piece).first() }
    judge.run(away, "sh", "-ec", lines.collect { line -> line - "[INFO]" }.join("\n"))
    judge.run(away, "app/bin/python", "-c", "import demo, helper, speedup")
    def sums = it.log().lines("Sealed ").first().split("SHA256SUMS sha256:").last().trim()
    judge.run(away, "sh", "-ec", "echo '${sums}  bundle/SHA256SUMS' | sha256sum -c --quiet".toString())
}
