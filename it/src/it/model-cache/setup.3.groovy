import dev.airgap.it.Case

Case begun = Case.of(context)
begun.hub().close()
begun.delete("target")
begun.write("cache/models--sentence-transformers--all-MiniLM-L6-v2/refs/main", "0" * 40)
return true
