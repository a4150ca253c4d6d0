import dev.airgap.it.Case

Case begun = Case.of(context)
begun.write("airgap.lock", "# Copyright: the company's own.\n" * 20 + "\n" + begun.read("airgap.lock"))
return true
