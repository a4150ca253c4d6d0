import dev.airgap.it.Case

Case.of(context).property(
        "airgap.targets", "registry.example/base/py:7,registry.example/my-base,pyton:3.11,python:3.11-slim-bookwrm")
return true
