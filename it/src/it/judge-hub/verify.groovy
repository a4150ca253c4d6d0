import dev.airgap.it.Case

Case.of(context).end {
    // The reference client, offline, finds the snapshot by name and by commit, and sees a whole cache.
    def hub = it.path("target/airgap/bundle/models/hub")
    it.hub().close()
    it.write("look.py", '''
    from huggingface_hub import hf_hub_download, scan_cache_dir, snapshot_download
    name = "sentence-transformers/all-MiniLM-L6-v2"
    folder = snapshot_download(name)
    assert snapshot_download(name, revision="COMMIT") == folder == snapshot_download(name, revision="main"), folder
    assert open(hf_hub_download(name, "model.safetensors"), "rb").read(8)
    assert open(hf_hub_download(name, "1_Pooling/config.json")).read()
    report = scan_cache_dir()
    assert not report.warnings, report.warnings
    [repo] = report.repos
    assert repo.repo_id == name and [r.commit_hash for r in repo.revisions] == ["COMMIT"], repo
    '''.stripIndent().replace("COMMIT", context.repo.sha()))
    context.judge.run(it.path(""), [HF_HUB_CACHE: hub.toString(), HF_HUB_OFFLINE: "1", HF_HOME: it.path("home").toString()],
            "python3", "look.py")
}
