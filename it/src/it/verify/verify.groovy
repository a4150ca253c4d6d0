import dev.airgap.it.Case

Case.of(context).end {
    [1, 2].each { run -> it.log(run).says("BUILD SUCCESS") }
    it.log(3).failsInSentences().says("A file was changed", "expected: ", "actual: ", "wheels/demo-1.0-py3-none-any.whl")
    it.log(4).failsInSentences().says("A file is there that the bundle does not list", "wheels/stray.whl")
    it.log(5).failsInSentences().says("A file is missing", "wheels/helper-1.2-py3-none-any.whl")
    it.log(6).failsInSentences().says("A file was changed", "verify-1.0.tar", "wheels/demo-1.0-py3-none-any.whl")
}
