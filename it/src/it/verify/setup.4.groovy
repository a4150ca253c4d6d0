import dev.airgap.it.Case

def begun = Case.of(context)
begun.path("target/airgap/bundle/wheels/demo-1.0-py3-none-any.whl").toFile().bytes =
        begun.tar("target/verify-1.0.tar").bytes("wheels/demo-1.0-py3-none-any.whl")
begun.write("target/airgap/bundle/wheels/stray.whl", "stray")
return true
