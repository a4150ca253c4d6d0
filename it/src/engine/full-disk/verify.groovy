import dev.airgap.it.Case
import dev.airgap.it.Shell

def begun = Case.of(context)
try {
    begun.end {
        it.log(1).failsInSentences().says("The disk is full: big.bin can't be written", it.path("store").toString(),
                "needed: an unknown number of bytes", "free: ", "airgap.store", "AIRGAP_STORE")
        it.log(2).says("BUILD SUCCESS")
        it.tar("target/full-disk-1.0.tar").holds("files/big.bin")
    }
} finally {
    Shell.run(basedir, "umount", begun.path("store").toString())
}
return true
