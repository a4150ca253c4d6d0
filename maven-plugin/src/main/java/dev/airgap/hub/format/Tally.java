package dev.airgap.hub.format;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the parameters of a file and its tensors by type. */
final class Tally {

    private final SortedMap<String, Long> dtypes = new TreeMap<>();
    private long parameters;

    /** Counts a tensor. */
    void add(String dtype, long elements) throws HeaderException {
        dtypes.merge(dtype, 1L, Long::sum);
        if (parameters > Long.MAX_VALUE - elements) {
            throw new HeaderException("its tensors have more elements than a number can hold");
        }
        parameters += elements;
    }

    long parameters() {
        return parameters;
    }

    SortedMap<String, Long> dtypes() {
        return dtypes;
    }

    /** Multiplies dimensions, where each factor is no less than 0. */
    static long times(long elements, long dimension) throws HeaderException {
        if (dimension < 0) {
            throw new HeaderException("it has a tensor with a dimension of " + dimension);
        }
        long high = Math.multiplyHigh(elements, dimension);
        long product = elements * dimension;
        if (high != 0 || product < 0) {
            throw new HeaderException("it has a tensor with more elements than a number can hold");
        }
        return product;
    }

    /** Gives the bytes of elements of so many bits each. */
    static long bytes(long elements, int bits) throws HeaderException {
        long all = times(elements, bits);
        return all / 8 + (all % 8 == 0 ? 0 : 1);
    }
}
