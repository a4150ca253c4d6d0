import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.Trouble

Case.begin(basedir, context).index().server().trouble("/simple/demo/", Trouble.answer(
        Answer.json('{"meta":{"api-version":"1.1"},"name":"demo","files":["demo-1.0-py3-none-any.whl"]}')))
return true
