import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("This is no requirement: demo >== 1", "requirements.txt:3",
            "is no version specifier (like '>=1.2'", "Write it as in name>=1.2")
}
