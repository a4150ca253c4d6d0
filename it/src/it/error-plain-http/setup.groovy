import dev.airgap.it.Case

// The environment is no POM: plain http beyond loopback is refused before anything is asked.
Case.begin(basedir, context).launcher(mavenHome, "export PIP_INDEX_URL=http://index.example/simple/")
return true
