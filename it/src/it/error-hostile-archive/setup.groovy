import dev.airgap.it.Archives
import dev.airgap.it.Case
import dev.airgap.testkit.Answer

Case begun = Case.begin(basedir, context)
def server = begun.server()
def serve = { path, bytes -> server.route(path, { request -> Answer.bytes(bytes) }) }
serve("/climbs.zip", Archives.zip(["good.txt": "x", "../../evil.txt": "x", "CON": "x"]))
serve("/links.tar.gz", Archives.linking("a", "/etc/passwd"))
serve("/strange.7z", "7z and more".bytes)
serve("/cl100k_base.tiktoken", "other tokens".bytes)
serve("/tiny-00000000.pth", "another checkpoint".bytes)
return true
