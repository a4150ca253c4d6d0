import dev.airgap.it.Case

Case begun = Case.of(context)
context.lock = begun.read("airgap.lock")
context.manifest = begun.tar("target/model-remote-code-1.0.tar").text("airgap.json")
context.names = begun.tar("target/model-remote-code-1.0.tar").names()
context.impl.file("modeling_custom.py", "class CustomModel: moved = 1\n").commit("second")
begun.write("pom.xml", begun.read("pom.xml").replace("</remoteCode>", "</remoteCode><excludes><exclude>*.md</exclude></excludes>"))
return true
