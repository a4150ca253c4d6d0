package dev.airgap.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the files that follow from all the others: what to read first, the environment, the manifest, the checksums. */
record DerivedFiles(
        String name,
        String version,
        Instant timestamp,
        String root,
        List<String> targets,
        boolean withoutDependencies,
        List<BundledModel> models,
        List<BundleEntry> entries) {

    private static final String HUB = "models/hub/";

    /** Returns the entries given and the derived ones, unsorted. */
    List<BundleEntry> complete() {
        List<BundleEntry> all = new ArrayList<>(entries);
        all.add(BundleEntry.inline("airgap.env", environment(), Kind.ENVIRONMENT, List.of()));
        String readme = new Readme(name, root, targets, withoutDependencies, all).text();
        all.add(BundleEntry.inline("README.txt", readme, Kind.README, List.of()));
        List<ManifestFile> files = new ArrayList<>(all.size());
        for (BundleEntry entry : all) {
            files.add(new ManifestFile(
                    entry.path(), entry.size(), entry.sha256(), entry.kind().label(), entry.source(), entry.targets()));
        }
        Manifest manifest = Manifest.of(name, version, timestamp, "", targets, models, files);
        String json = new String(ManifestJson.write(manifest), StandardCharsets.UTF_8);
        BundleEntry listed = BundleEntry.inline(Manifest.PATH, json, Kind.MANIFEST, List.of());
        all.add(listed);
        all.add(BundleEntry.inline(Manifest.SUMS, Sums.write(manifest, listed.sha256()), Kind.CHECKSUMS, List.of()));
        return all;
    }

    /** Says where libraries look for what the bundle brings, and that they need not ask any network. */
    private String environment() {
        StringBuilder text = new StringBuilder();
        boolean models = has(Kind.MODEL, HUB);
        if (models || has(Kind.MODEL, "") || has(Kind.DATASET, "")) {
            // Not models: loaders write there (code of remote models, prepared datasets), and models are read-only.
            text.append("HF_HOME=").append(root).append("/home\n");
        }
        if (models || has(Kind.DATASET, HUB)) {
            text.append("HF_HUB_CACHE=").append(root).append("/models/hub\n");
            // The name of old: transformers before 4.36 and huggingface_hub before 0.18 know no other.
            text.append("HUGGINGFACE_HUB_CACHE=").append(root).append("/models/hub\n");
        }
        if (models) {
            // Passed on as cache_dir, it is the Hub's cache and no home of its own.
            text.append("SENTENCE_TRANSFORMERS_HOME=").append(root).append("/models/hub\n");
            text.append("FASTEMBED_CACHE_PATH=").append(root).append("/models/hub\n");
        }
        text.append("HF_HUB_OFFLINE=1\nHF_HUB_DISABLE_TELEMETRY=1\nHF_DATASETS_OFFLINE=1\nTRANSFORMERS_OFFLINE=1\n");
        // What onnxruntime and vLLM would send home fails where there is no network, with a warning or a wait.
        text.append("ORT_DISABLE_TELEMETRY=1\nDO_NOT_TRACK=1\n");
        folder(text, "NLTK_DATA", "nltk_data");
        folder(text, "TESSDATA_PREFIX", "tessdata");
        folder(text, "TIKTOKEN_CACHE_DIR", has(Kind.FILE, "files/tiktoken_cache/") ? "tiktoken_cache" : "tiktoken");
        folder(text, "TORCH_HOME", "torch");
        return text.toString();
    }

    private void folder(StringBuilder text, String key, String name) {
        if (has(Kind.FILE, "files/" + name + "/")) {
            text.append(key)
                    .append('=')
                    .append(root)
                    .append("/files/")
                    .append(name)
                    .append('\n');
        }
    }

    private boolean has(Kind kind, String start) {
        for (BundleEntry entry : entries) {
            if (entry.kind() == kind && entry.path().startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
