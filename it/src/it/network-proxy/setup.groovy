import dev.airgap.it.Case
import dev.airgap.testkit.WheelMaker

Case begun = Case.begin(basedir, context)
begun.index().relativeUrls().add(WheelMaker.pure("demo", "1.0"))
begun.proxy().demandBasic("bob", "pr0xy").all(begun.index().server().origin())
begun.write("settings.xml", begun.read("settings.xml").replace("PORT", begun.proxy().port().toString()))
return true
