import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

import java.nio.file.Files

// The wheel in dist was built anew under its old name: its bytes are an input.
Case begun = Case.of(context)
def built = WheelMaker.wheel("built", "1.0").extra("plus", "listed").requires("dep").file("built/more.py", "").build()
Files.write(begun.path("dist").resolve(built.fileName()), built.bytes())
return true
