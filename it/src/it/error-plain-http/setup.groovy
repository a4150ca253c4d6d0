import dev.airgap.it.Case

// A property is no POM: plain http beyond loopback is refused before anything is asked.
Case.begin(basedir, context).property("airgap.index.url", "http://index.example/simple/")
return true
