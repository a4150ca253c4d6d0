import dev.airgap.it.Case
import dev.airgap.testkit.Answer

Case begun = Case.begin(basedir, context)
def server = begun.server()
server.demandBasic("/", "bob", "pa55word")
server.route("/data.bin", { request ->
    request.query() == "X-Amz-Signature=s1gnature" ? Answer.bytes("signed".bytes)
            : request.query() == "token=t0ken" ? Answer.bytes("other".bytes) : null
})
begun.property("it.secret", server.origin().replace("://", "://bob:pa55word@"))
return true
