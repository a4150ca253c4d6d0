import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

import java.nio.file.Files

// The POM names a wheel that a build left in dist; the list names one by its address, one by its address and hash.
Case begun = Case.begin(basedir, context)
def built = WheelMaker.wheel("built", "1.0").extra("plus", "listed").requires("dep").build()
Files.write(Files.createDirectories(begun.path("dist")).resolve(built.fileName()), built.bytes())
begun.index().add(WheelMaker.pure("dep", "1.0")).add(WheelMaker.pure("dep", "2.0")).add(WheelMaker.pure("listed", "3.0"))
// An index knows the name, too, in a newer version: who asks for an address gets that file.
begun.index().add(WheelMaker.pure("web", "9.0"))
def web = WheelMaker.pure("web", "1.0+local", "dep<2")
def hashed = WheelMaker.pure("hashed", "1.0")
[web, hashed].each { begun.server().file("/files/" + it.fileName(), it.bytes()) }
// One is behind a login and a signature, which the lock must not have.
def guarded = WheelMaker.pure("guarded", "1.0")
begun.server().file("/guarded/" + guarded.fileName(), guarded.bytes()).demandBasic("/guarded/", "me", "s3cr3t-w0rd")
String files = begun.server().origin() + "/files/"
// One line has a hash, and the others need none: so pip would want it, too.
begun.write("requirements.txt", "--no-require-hashes\nweb @ ${files}web-1.0%2Blocal-py3-none-any.whl\n"
        + "hashed @ ${files}${hashed.fileName()} --hash=sha256:${hashed.sha256()}\n"
        + "guarded @ ${files.replace("://", "://me:s3cr3t-w0rd@").replace("/files/", "/guarded/")}${guarded.fileName()}?sig=t0k3n-w0rd\n")
return true
