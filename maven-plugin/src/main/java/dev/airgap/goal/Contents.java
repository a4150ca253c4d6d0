package dev.airgap.goal;

import dev.airgap.bundle.Archive;
import dev.airgap.bundle.Archive.Member;
import dev.airgap.bundle.BundleEntry;
import dev.airgap.bundle.BundlePlan;
import dev.airgap.bundle.BundleTimestamp;
import dev.airgap.bundle.Kind;
import dev.airgap.hub.FlatLayout;
import dev.airgap.hub.HubLayout;
import dev.airgap.hub.HubLayout.Laid;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedFile;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedTarget;
import dev.airgap.lock.LockedWheel;
import dev.airgap.lock.PylockToml;
import dev.airgap.lock.RequirementsTxt;
import dev.airgap.store.Blob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lists what a lock's bundle holds: each file with its place in the tar, and each that must be fetched with where it
 * lies. A wheel that serves several targets stands once; so does a blob that stands at several places, which is fetched
 * once and written to each.
 */
final class Contents {

    /**
     * Says where the file of an entry is fetched.
     *
     * @param paths places in the bundle, at least one
     * @param elsewhere where else it may lie; asked only where the blob's own server doesn't give it
     */
    record Wanted(Blob blob, List<String> paths, Supplier<Optional<Blob>> elsewhere) {}

    /** Holds an archive that lies in the store, and its files. */
    record Opened(Archive archive, List<Member> members) {}

    private final Sources sources;
    private final List<BundleEntry> entries = new ArrayList<>();
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final List<Opened> unpacked = new ArrayList<>();
    private final LocalContent local;

    private Contents(Sources sources) {
        this.sources = sources;
        this.local = new LocalContent(sources::forget);
    }

    /** Lists what the lock's bundle holds. */
    static Contents of(Lock lock, Sources sources) {
        Contents contents = new Contents(sources);
        for (LockedTarget target : lock.targets()) {
            contents.addTexts(lock, target.id());
        }
        sources.prefetch(lock);
        for (LockedPackage locked : lock.packages()) {
            for (LockedWheel wheel : locked.wheels()) {
                contents.addWheel(locked, wheel);
            }
        }
        for (Laid laid : HubLayout.of(lock.models())) {
            contents.addLaid(laid);
        }
        for (Laid laid : FlatLayout.of(lock.models())) {
            contents.addLaid(laid);
        }
        contents.local.demand();
        for (LockedFile file : lock.files()) {
            contents.addFile(file);
        }
        return contents;
    }

    BundlePlan plan(Identity identity, String root, Lock lock) {
        return new BundlePlan(
                identity.name(),
                identity.version(),
                BundleTimestamp.parse(identity.timestamp()),
                root,
                lock.targets().stream().map(LockedTarget::id).toList(),
                lock.isWithoutDependencies(),
                ModelJudging.listed(lock),
                entries);
    }

    /** Lists the archives whose files stand in the bundle. */
    List<Opened> unpacked() {
        return List.copyOf(unpacked);
    }

    /** Gives the files of models that lie on this machine. */
    LocalContent local() {
        return local;
    }

    List<Wanted> wanted() {
        return List.copyOf(wanted.values());
    }

    private void addTexts(Lock lock, String target) {
        if (lock.packages(target).isEmpty()) {
            return;
        }
        entries.add(BundleEntry.inline(
                "requirements/" + target + ".txt",
                RequirementsTxt.bundled(lock, target),
                Kind.REQUIREMENTS,
                List.of(target)));
        entries.add(BundleEntry.inline(
                "pylock." + target + ".toml", PylockToml.bundled(lock, target), Kind.PYLOCK, List.of(target)));
    }

    private void addWheel(LockedPackage locked, LockedWheel wheel) {
        Blob blob = sources.wheel(locked, wheel);
        wanted.computeIfAbsent(
                blob.sha256(),
                key -> new Wanted(blob, new ArrayList<>(), () -> sources.elsewhere(locked, wheel, blob)));
        add("wheels/" + wheel.file(), Kind.WHEEL, wheel.url().toString(), wheel.targets(), blob);
    }

    private void addLaid(Laid laid) {
        LockedModel model = laid.model();
        Kind kind = model.type().equals("dataset") ? Kind.DATASET : Kind.MODEL;
        if (laid.file().isEmpty()) {
            entries.add(BundleEntry.inline(laid.path(), laid.text(), kind, List.of()));
            return;
        }
        String source = model.repo() + "@" + model.commit();
        if (!model.source().isEmpty()) {
            ModelFile file = laid.file().get();
            local.add(laid.path(), model, file, sources.local(model));
            entries.add(BundleEntry.awaited(laid.path(), file.size(), file.sha256(), kind, source, List.of()));
        } else {
            add(
                    laid.path(),
                    kind,
                    source,
                    List.of(),
                    sources.model(model, laid.file().get()));
        }
    }

    private void addFile(LockedFile file) {
        String source = file.url().toString();
        if (file.strip().isEmpty()) {
            add("files/" + file.path(), Kind.FILE, source, List.of(), sources.file(file));
            return;
        }
        Archive archive = sources.archive(file);
        Opened opened = new Opened(archive, archive.members());
        unpacked.add(opened);
        for (Member member : opened.members()) {
            entries.add(
                    BundleEntry.awaited(member.path(), member.size(), member.sha256(), Kind.FILE, source, List.of()));
        }
    }

    private void add(String path, Kind kind, String source, List<String> targets, Blob blob) {
        entries.add(BundleEntry.awaited(path, blob.size(), blob.sha256(), kind, source, targets));
        wanted.computeIfAbsent(blob.sha256(), key -> new Wanted(blob, new ArrayList<>(), Optional::empty))
                .paths()
                .add(path);
    }
}
