import dev.airgap.it.Case

Case.of(context).end {
    it.log().says("airgap:lock", "airgap:bundle", "airgap:unpack", "airgap:verify", "airgap:help").hides("airgap:check")
}
