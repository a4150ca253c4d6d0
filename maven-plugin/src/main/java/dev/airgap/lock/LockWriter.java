package dev.airgap.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lays a lock out as TOML: one target, wheel or file a line, so that a version bump is a diff of a few lines. What holds
 * for every target is not repeated for each: a wheel that names no targets serves all, a plain list of dependencies
 * holds for all targets of the package.
 */
final class LockWriter {

    /** The format that this code reads and writes; a change that old code would misread counts it up. */
    static final int VERSION = 1;

    static final String HEADER = """
            # airgap.lock: the exact wheels, models, files and checksums that the bundle is made of.
            # Made by airgap:lock, to be committed. Don't edit it: change the inputs and run airgap:lock again.
            """;

    private final TomlText out = new TomlText();
    private final List<String> every = new ArrayList<>();

    private LockWriter(Lock lock) {
        for (LockedTarget target : lock.targets()) {
            every.add(target.id());
        }
    }

    /** Gives the text of {@code airgap.lock}, LF at the end of each line. */
    static String write(Lock lock) {
        LockWriter writer = new LockWriter(lock);
        writer.top(lock);
        for (LockedPackage locked : lock.packages()) {
            writer.locked(locked);
        }
        for (LockedModel model : lock.models()) {
            writer.model(model);
        }
        return writer.out.toString();
    }

    private void top(Lock lock) {
        out.raw(HEADER);
        out.raw("version = ").raw(VERSION).raw("\n");
        out.line("inputs-digest", lock.inputs().digest());
        if (!lock.targets().isEmpty()) {
            out.raw("targets = [\n");
            for (LockedTarget target : lock.targets()) {
                out.raw("  { id = ").string(target.id());
                out.raw(", python = ").string(target.python());
                out.raw(", platform = ").string(target.platform());
                out.raw(", digest = ").string(target.digest()).raw(" },\n");
            }
            out.raw("]\n");
        }
        if (!lock.files().isEmpty()) {
            out.raw("files = [\n");
            for (LockedFile file : lock.files()) {
                out.raw("  { path = ").string(file.path());
                out.raw(", url = ").string(file.url().toString());
                out.raw(", size = ").raw(file.size());
                out.raw(", sha256 = ").string(file.sha256());
                if (!file.source().isEmpty()) {
                    out.raw(", source = ").string(file.source());
                }
                if (file.strip().isPresent()) {
                    out.raw(", unpack = true");
                }
                if (file.strip().orElse(0) > 0) {
                    out.raw(", strip = ").raw(file.strip().getAsInt());
                }
                out.raw(" },\n");
            }
            out.raw("]\n");
        }
        out.raw("\n[inputs]\n");
        for (Map.Entry<String, List<String>> entry : lock.inputs().entries().entrySet()) {
            out.key(entry.getKey()).raw(" = ");
            List<String> values = entry.getValue();
            if (values.isEmpty()) {
                out.raw("[]\n");
            } else if (values.size() == 1) {
                out.string(values.get(0)).raw("\n");
            } else {
                out.raw("[\n");
                for (String value : values) {
                    out.raw("  ").string(value).raw(",\n");
                }
                out.raw("]\n");
            }
        }
        if (!lock.periods().isEmpty()) {
            out.raw("\n[exclude-newer]\n");
            lock.periods()
                    .forEach((period, instant) ->
                            out.key(period).raw(" = ").string(instant).raw("\n"));
        }
        if (!lock.parted().isEmpty()) {
            out.raw("\n[parted]\n");
            lock.parted()
                    .forEach((name, reason) ->
                            out.key(name).raw(" = ").string(reason).raw("\n"));
        }
    }

    private void locked(LockedPackage locked) {
        out.raw("\n[[package]]\n");
        out.line("name", locked.name());
        out.line("version", locked.version());
        out.line("index", locked.index());
        if (!locked.extras().isEmpty()) {
            out.raw("extras = ").strings(locked.extras()).raw("\n");
        }
        List<String> first = locked.wheels().isEmpty()
                ? List.of()
                : locked.dependencies().get(locked.dependencies().firstKey());
        boolean alike = true;
        for (List<String> names : locked.dependencies().values()) {
            alike &= names.equals(first);
        }

        if (alike && !first.isEmpty()) {
            out.raw("dependencies = ").strings(first).raw("\n");
        }
        out.raw("wheels = [\n");
        for (LockedWheel wheel : locked.wheels()) {
            out.raw("  { file = ").string(wheel.file());
            out.raw(", url = ").string(wheel.url().toString());
            out.raw(", size = ").raw(wheel.size());
            out.raw(", sha256 = ").string(wheel.sha256());
            if (!wheel.index().isEmpty()) {
                out.raw(", index = ").string(wheel.index());
            }
            if (!wheel.targets().equals(every)) {
                out.raw(", targets = ").strings(wheel.targets());
            }
            out.raw(" },\n");
        }
        out.raw("]\n");
        if (!alike) {
            out.raw("\n[package.dependencies]\n");
            for (Map.Entry<String, List<String>> entry : locked.dependencies().entrySet()) {
                out.key(entry.getKey()).raw(" = ").strings(entry.getValue()).raw("\n");
            }
        }
    }

    private void model(LockedModel model) {
        out.raw("\n[[model]]\n");
        out.line("type", model.type());
        out.line("repo", model.repo());
        out.line(model.source().isEmpty() ? "hub" : "source", model.hub() + model.source());
        out.line("revision", model.revision());
        out.line("commit", model.commit());
        ModelLayout layout = model.layout();
        if (layout.isFlat()) {
            List<String> words = layout.hub()
                    ? List.of(ModelLayout.HUB_WORD, ModelLayout.FLAT_WORD)
                    : List.of(ModelLayout.FLAT_WORD);
            out.raw("layout = ").strings(words).raw("\n");
            out.line("path", layout.flat());
        }
        if (!model.neededBy().isEmpty()) {
            out.raw("needed-by = ").strings(model.neededBy()).raw("\n");
        }
        out.raw("files = [\n");
        for (LockedModel.ModelFile file : model.files()) {
            out.raw("  { path = ").string(file.path());
            out.raw(", size = ").raw(file.size());
            out.raw(", oid = ").string(file.oid());
            out.raw(", sha256 = ").string(file.sha256()).raw(" },\n");
        }
        out.raw("]\n");
    }
}
