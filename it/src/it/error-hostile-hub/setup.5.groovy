import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.Trouble

def server = Case.of(context).hub().server()
server.peace().trouble("/api/models/org/name/tree/*", Trouble.status(404))
server.route("/api/models/org/name/revision/*") { request ->
    request.query().contains("blobs") ? Answer.json('{"siblings":[' + context.json("rfilename") + "]}") : null
}
return true
