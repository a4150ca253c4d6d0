import dev.airgap.it.Archives
import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.Hashes

Case begun = Case.begin(basedir, context)
def server = begun.server()
def checkpoint = "a checkpoint".bytes
def serve = { path, bytes -> server.route(path, { request -> Answer.bytes(bytes) }) }
serve("/corpus.tar.gz", Archives.tarGz(["corpus-1.0/a.txt": "one", "corpus-1.0/sub/b.txt": "two"]))
serve("/plain.zip", Archives.zip(["c.txt": "three", "empty/": ""]))
serve("/nltk/punkt_tab.zip", Archives.zip(["punkt_tab/": "", "punkt_tab/english/abbrev_types.txt": "dr"]))
serve("/copy/eng.traineddata", "a language".bytes)
serve("/checkpoint", checkpoint)
begun.property("it.start", Hashes.sha256(checkpoint).substring(0, 8))
return true
