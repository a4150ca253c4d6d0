import dev.airgap.it.Case

Case.of(context).write("out/one/wheels/ours-1.0-py3-none-any.whl", "ours")
return true
