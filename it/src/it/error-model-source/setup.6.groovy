import dev.airgap.it.Case

def evil = "artifact:org.example:evil:1.0"
Case.of(context).property("airgap.models",
        "org/a=${evil},org/b=${evil}:tar.gz,org/c=${evil}:zip:other,org/d=${evil}:jar".toString())
return true
