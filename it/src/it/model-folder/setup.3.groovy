import dev.airgap.it.Case

Case begun = Case.of(context)
assert begun.sha256("target/model-folder-1.0.tar") == context.sealed
begun.write("models/minilm/1_Pooling/config.json", "{}")
return true
