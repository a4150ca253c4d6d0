import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("Index 'company' gave no readable answer for the page of demo", "/simple/demo/",
            "an element of files is no object")
}
