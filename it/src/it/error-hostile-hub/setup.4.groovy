import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.Trouble

Case begun = Case.of(context)
begun.write("airgap.lock", context.lock)
context.names = ["../up.json", "/etc/up.json", "a\u0000b.json", "a\u001B[31m.json", "nul", "Config.JSON", "config.json",
        "d/" * 2045 + "e.json", "n" * 4096]
context.json = { key -> context.names.collect { name ->
    '{"type":"file","size":2,"oid":"' + "b" * 40 + '","' + key + '":' + groovy.json.JsonOutput.toJson(name) + "}"
}.join(",") }
begun.hub().server().trouble("/api/models/org/name/tree/*", Trouble.answer(Answer.json("[" + context.json("path") + "]")))
return true
