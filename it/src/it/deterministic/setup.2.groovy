import dev.airgap.it.Case
import java.nio.file.Files

Case begun = Case.of(context)
Files.move(begun.path("target/deterministic-1.0.tar"), begun.path("first.tar"))
Files.move(begun.path("airgap.lock"), begun.path("first.lock"))
begun.delete("target").delete("store").property("airgap.store", begun.path("store-2").toString())
// Turkish has an i of its own, Arabic digits of its own; +05:45 moves every local time.
// Another Java where one was named: -Dit.other.java=/usr/lib/jvm/...
def java = otherJava == "none" ? ":" : "export JAVA_HOME='" + otherJava + "'"
begun.launcher(mavenHome, java, "umask 077", "export LC_ALL=C LANG=C TZ=Asia/Kathmandu",
        "export MAVEN_OPTS='-Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Kathmandu -Dfile.encoding=ISO-8859-1'")
return true
