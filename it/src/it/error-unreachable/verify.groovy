import dev.airgap.it.Case

Case.of(context).end {
    // Nobody listens at port 1: what was wanted, by which element, from where, and what next.
    it.log().failsInSentences().says(
            "Index 'company' gave no answer for the page of demo", "http://127.0.0.1:1/simple/demo/",
            "The model org/tiny can't be locked", "<model> in", "http://127.0.0.1:1/", "-> Correct host and port")
}
