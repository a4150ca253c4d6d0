import dev.airgap.it.Archives
import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.testkit.Answer
import java.security.MessageDigest

Case begun = Case.begin(basedir, context)
context.judge = Judge.in(judgeScripts, judges)
def server = begun.server()
def serve = { path, bytes -> server.route(path, { request -> Answer.bytes(bytes) }) }
def english = "punkt_tab/english/"
serve("/punkt_tab.zip", Archives.zip(["punkt_tab/": "", (english + "collocations.tab"): "",
        (english + "sent_starters.txt"): "", (english + "abbrev_types.txt"): "dr\n", (english + "ortho_context.tab"): ""]))
serve("/stopwords.zip", Archives.zip(["stopwords/": "", "stopwords/english": "the\na\n"]))
serve("/wordnet.zip", Archives.zip(["wordnet/": "", "wordnet/lexnames": "00\tadj.all\t3\n"]))
serve("/tiny.tiktoken", (0..255).collect { one -> ([(byte) one] as byte[]).encodeBase64().toString() + " " + one }
        .join("\n").bytes)
context.address = server.origin() + "/tiny.tiktoken"
begun.property("it.name", MessageDigest.getInstance("SHA-1").digest(context.address.bytes).encodeHex().toString())
return true
