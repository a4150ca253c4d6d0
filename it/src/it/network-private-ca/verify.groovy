import dev.airgap.it.Case

Case.of(context).end {
    it.log(1).failsInSentences().says("Loopback Test CA", "SSL_CERT_FILE").hides("check your connection")
    it.log(2).says("BUILD SUCCESS")
    it.log(3).says("BUILD SUCCESS")
    it.log(4).says("BUILD SUCCESS")
}
