import dev.airgap.it.Case

Case begun = Case.of(context)
begun.delete("target").delete("airgap.lock").property("airgap.store", begun.path("store-3").toString())
begun.launcher(mavenHome, "export MAVEN_OPTS='-Djavax.net.ssl.trustStore=${begun.certificates().trustStore()}"
        + " -Djavax.net.ssl.trustStorePassword=changeit'")
return true
