import dev.airgap.it.Case

Case.of(context).delete("target/airgap/bundle/wheels/stray.whl")
        .delete("target/airgap/bundle/wheels/helper-1.2-py3-none-any.whl")
return true
