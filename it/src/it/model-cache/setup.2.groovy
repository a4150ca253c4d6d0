import dev.airgap.it.Case

assert Case.of(context).hub().server().log().isEmpty()
return true
