import dev.airgap.it.Case

Case.of(context).end {
    it.log().says("airgap:help")
}
