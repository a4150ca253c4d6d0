import dev.airgap.it.Case

Case begun = Case.of(context)
context.lock = begun.read("airgap.lock")
begun.write("second.tar.sha256", begun.sha256("target/model-remote-code-1.0.tar"))
context.manifest = begun.tar("target/model-remote-code-1.0.tar").text("airgap.json")
context.names = begun.tar("target/model-remote-code-1.0.tar").names()
context.impl.file("modeling_custom.py", "class CustomModel: moved = 1\n").commit("second")
return true
