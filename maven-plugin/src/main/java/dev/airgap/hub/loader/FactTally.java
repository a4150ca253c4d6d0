package dev.airgap.hub.loader;

import dev.airgap.hub.WeightFormat;
import dev.airgap.hub.format.WeightHeader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what headers say: the shards of a checkpoint together, of several checkpoints in one folder the largest. */
final class FactTally {

    private static final class Sum {
        private long parameters;
        private final SortedMap<String, Long> dtypes = new TreeMap<>();

        void add(long more, SortedMap<String, Long> types) {
            long sum = parameters + more;
            parameters = sum < 0 ? Long.MAX_VALUE : sum;
            types.forEach((type, count) -> dtypes.merge(type, count, Long::sum));
        }
    }

    private final Map<WeightFormat, SortedMap<String, Sum>> checkpoints = new EnumMap<>(WeightFormat.class);

    /** Adds a file; of one whose header is not read the format alone counts. */
    void add(WeightFormat format, String checkpoint, WeightHeader header) {
        checkpoints
                .computeIfAbsent(format, key -> new TreeMap<>())
                .computeIfAbsent(checkpoint, key -> new Sum())
                .add(header == null ? 0 : header.parameters(), header == null ? new TreeMap<>() : header.dtypes());
    }

    List<ModelFacts.Weights> weights() {
        List<ModelFacts.Weights> all = new ArrayList<>();
        checkpoints.forEach((format, sums) -> {
            SortedMap<String, Sum> largest = new TreeMap<>();
            sums.forEach((checkpoint, sum) ->
                    largest.merge(Snapshot.folder(checkpoint), sum, (a, b) -> b.parameters > a.parameters ? b : a));
            Sum whole = new Sum();
            largest.values().forEach(sum -> whole.add(sum.parameters, sum.dtypes));
            all.add(new ModelFacts.Weights(format.id(), whole.parameters, whole.dtypes));
        });
        return all;
    }
}
