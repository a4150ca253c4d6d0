import dev.airgap.it.Case

assert Case.of(context).sha256("target/offline-1.0.tar") == context.sealed
return true
