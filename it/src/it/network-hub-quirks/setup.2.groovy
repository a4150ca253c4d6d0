import dev.airgap.it.Case

context.first = context.repo.sha()
context.repo.file("config.json", '{"v": 2}').commit("second")
context.lock = Case.of(context).read("airgap.lock")
return true
