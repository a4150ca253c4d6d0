package dev.airgap.hub.loader;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds what a model's files say of it.
 *
 * @param license the licence that its maker declares, not judged; empty where none is
 * @param weights by format
 */
public record ModelFacts(String license, List<Weights> weights) {

    /** Stands for a snapshot of which nothing is known. */
    public static final ModelFacts NONE = new ModelFacts("", List.of());

    public ModelFacts {
        weights = List.copyOf(weights);
    }

    /**
     * Sums up the weights of one format.
     *
     * @param format the name that stands in a POM
     * @param parameters of one copy of the weights: other precisions and quantisations beside it don't count; 0 where the
     *     format tells none
     * @param dtypes the number of tensors by the format's own name of their type
     */
    public record Weights(String format, long parameters, SortedMap<String, Long> dtypes) {

        public Weights {
            dtypes = Collections.unmodifiableSortedMap(new TreeMap<>(dtypes));
        }
    }
}
