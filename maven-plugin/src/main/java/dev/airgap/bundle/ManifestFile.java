package dev.airgap.bundle;

import java.util.List;

/**
 * Describes one file as the manifest lists it.
 *
 * @param kind the label, also one that this version does not know
 * @param targets ids of the targets it serves; empty where it serves all
 */
record ManifestFile(String path, long size, String sha256, String kind, String source, List<String> targets) {

    boolean serves(String target) {
        return targets.isEmpty() || targets.contains(target);
    }

    boolean is(Kind wanted) {
        return kind.equals(wanted.label());
    }
}
