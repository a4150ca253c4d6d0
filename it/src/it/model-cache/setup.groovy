import dev.airgap.it.Case
import dev.airgap.it.Judge
import dev.airgap.testkit.TinyModel

// The reference client itself fills the cache; then the hub is asked for nothing more.
Case begun = Case.begin(basedir, context)
context.judge = Judge.in(judgeScripts, judges)
context.repo = TinyModel.repo("sentence-transformers/all-MiniLM-L6-v2")
begun.hub().add(context.repo)
begun.property("airgap.hub.url", begun.hub().endpoint())
context.judge.run(begun.path(""), [HF_ENDPOINT: begun.hub().endpoint(), NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1",
        HF_HOME: begun.path("home").toString(), HF_HUB_DISABLE_XET: "1"], "python3", "-c",
        "from huggingface_hub import snapshot_download as d; d('sentence-transformers/all-MiniLM-L6-v2', cache_dir='cache')")
begun.hub().server().clearLog()
return true
