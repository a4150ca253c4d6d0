import dev.airgap.it.Case

Case begun = Case.of(context)
begun.launcher(mavenHome, "export SSL_CERT_FILE='${begun.certificates().caPem()}'")
return true
