import dev.airgap.it.Case

Case begun = Case.of(context)
assert begun.sha256("target/model-formats-1.0.tar") == context.sealed
// Who reads a header now fails.
begun.delete("store")
return true
