package dev.airgap.bundle;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Describes a snapshot as the manifest lists it.
 *
 * @param type {@code model} or {@code dataset}
 * @param repo its name at its hub
 * @param revision as asked for
 * @param commit the full commit
 * @param neededBy the snapshots whose code lies in this one; empty where it was asked for
 * @param code paths in the repository of Python files that loaders may run, by the user's consent
 * @param facts what its files say of it
 */
public record BundledModel(
        String type,
        String repo,
        String revision,
        String commit,
        List<String> neededBy,
        List<String> code,
        Facts facts) {

    public BundledModel {
        neededBy = List.copyOf(neededBy);
        code = List.copyOf(code);
    }

    BundledModel with(Facts other) {
        return new BundledModel(type, repo, revision, commit, neededBy, code, other);
    }

    /**
     * Holds what files say of their model.
     *
     * @param declaredLicense by its maker's word; empty where there is none
     * @param weights by format
     */
    public record Facts(String declaredLicense, List<Weights> weights) {

        /** Stands where nothing is known yet. */
        public static final Facts NONE = new Facts("", List.of());

        public Facts {
            weights = List.copyOf(weights);
        }
    }

    /**
     * Sums up the weights of one format.
     *
     * @param parameters of one copy of the weights; 0 where the format tells none
     * @param dtypes the number of tensors by type
     */
    public record Weights(String format, long parameters, SortedMap<String, Long> dtypes) {

        public Weights {
            dtypes = Collections.unmodifiableSortedMap(new TreeMap<>(dtypes));
        }
    }
}
