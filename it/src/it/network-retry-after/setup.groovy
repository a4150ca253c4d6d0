import dev.airgap.it.Case
import dev.airgap.testkit.Answer
import dev.airgap.testkit.WheelMaker

// The first answer asks for two seconds of patience.
Case begun = Case.begin(basedir, context)
context.asked = Collections.synchronizedList([])
def busy = Answer.of(429, "too many").with("Retry-After", "2")
begun.index().add(WheelMaker.pure("demo", "1.0")).pages { answer ->
    context.asked << System.nanoTime()
    context.asked.size() == 1 ? busy : answer
}
return true
