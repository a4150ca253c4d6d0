import dev.airgap.it.Case
import dev.airgap.testkit.Answer

Case begun = Case.begin(basedir, context)
def server = begun.server()
server.route("/a.bin", { request -> Answer.bytes("a".bytes) })
server.route("/b/c.bin", { request -> Answer.bytes("c".bytes) })
begun.property("airgap.files", server.origin() + "/a.bin," + server.origin() + "/b/c.bin")
return true
