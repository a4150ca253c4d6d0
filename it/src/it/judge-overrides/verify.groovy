import dev.airgap.it.Case

import static org.assertj.core.api.Assertions.assertThat
import static org.assertj.core.api.Assertions.assertThatThrownBy

Case.of(context).end {
    def judge = context.judge
    def bundle = it.path("target/airgap/bundle")
    def target = judge.hostTarget()
    it.index().close()

    // pip solves what it installs again, and what demo declares can't be solved: so it has to be told to leave it.
    def bare = ["python3", "-m", "pip", "install", "--root-user-action", "ignore", "--target", it.path("bare").toString(),
            "-r", "requirements/${target}.txt".toString()]
    assertThatThrownBy { judge.run(bundle, bare as String[]) }.isInstanceOf(AssertionError)
    assertThat(it.read("target/airgap/bundle/requirements/${target}.txt".toString())).contains("pip install --no-deps -r ${target}.txt".toString())
    assertThat(it.read("target/airgap/requirements/${target}.txt".toString())).contains("pip install --no-deps -r ${target}.txt".toString())
    assertThat(it.read("target/airgap/bundle/README.txt"))
            .contains("app/bin/pip --isolated install --no-deps -r bundle/requirements/", "was decided so")

    // The lines of the log, as they stand there.
    def away = it.path("away")
    java.nio.file.Files.createDirectories(away)
    java.nio.file.Files.copy(it.path("target/judge-overrides-1.0.tar"), away.resolve("judge-overrides-1.0.tar"))
    def lines = ["tar -xf", "python3 -m venv app", "app/bin/pip --isolated"].collect { piece -> it.log().lines(piece).first() }
    assertThat(lines.last()).contains("install --no-deps -r")
    judge.run(away, "sh", "-ec", lines.collect { line -> line - "[INFO]" }.join("\n"))
    judge.run(away, "app/bin/python", "-c", "import demo, shared; assert shared.__version__ == '2.0'")
    assertThat(judge.run(away, "sh", "-c", "app/bin/pip check || true"))
            .contains("demo 1.0 requires window-kit", "demo 1.0 has requirement shared<2")

    // A pylock.toml is installed as it is: nothing has to be said.
    judge.run(bundle, judges + "/bin/uv", "pip", "install", "--offline", "--no-cache", "--no-config", "--target", it.path("uv").toString(),
            "-r", "pylock.${target}.toml".toString())
    judge.run(bundle, [PYTHONPATH: it.path("uv").toString()], "python3", "-c", "import demo, shared; assert shared.__version__ == '2.0'")
}
