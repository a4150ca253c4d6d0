package dev.airgap.hub.format;

import java.util.Arrays;

/** Holds where the tensors of a file begin and end, and finds those that overlap. */
final class Spans {

    private long[] begins = new long[64];
    private long[] ends = new long[64];
    private int count;
    private long[] points = new long[8];
    private int pointCount;

    void add(long begin, long end) {
        if (begin == end) {
            point(begin);
            return;
        }
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        begins[count] = begin;
        ends[count++] = end;
    }

    /**
     * Requires that none overlaps another.
     *
     * @param whole whether they must also follow one another without a hole, from 0
     * @return where the last one ends, or 0
     */
    long requireApart(boolean whole) throws HeaderException {
        // Without overlap the ends have the order of the begins, so that both can be sorted on their own: the n-th
        // end belongs to the n-th begin, or else an end lies after the next begin, which is an overlap either way.
        Arrays.sort(begins, 0, count);
        Arrays.sort(ends, 0, count);
        long last = 0;
        for (int i = 0; i < count; i++) {
            if (begins[i] < last) {
                throw new HeaderException("it has tensors that overlap, at byte " + begins[i] + " of its data");
            }
            if (whole && begins[i] > last) {
                throw new HeaderException("its data has a hole: no tensor covers the bytes from " + last + " to "
                        + begins[i] + " (data beside the tensors could be anything)");
            }
            last = ends[i];
        }
        for (int i = 0; whole && i < pointCount; i++) {
            boolean between = points[i] == last || Arrays.binarySearch(begins, 0, count, points[i]) >= 0;
            if (!between) {
                throw new HeaderException(
                        "it has an empty tensor in the middle of another, or behind its data, at byte " + points[i]);
            }
        }
        return last;
    }

    private void point(long at) {
        if (pointCount == points.length) {
            points = Arrays.copyOf(points, 2 * pointCount);
        }
        points[pointCount++] = at;
    }
}
