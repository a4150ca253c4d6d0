package dev.airgap.hub.format;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds what a weight file says of itself. Texts are the maker's own words; {@link dev.airgap.hub.Names#shown} makes
 * them fit for a log.
 *
 * @param kind what the file is by its content
 * @param parameters the number of elements in all its tensors, 0 where the format tells none
 * @param dtypes the format's own names of the tensors' types, with the number of tensors of each
 * @param facts what else the header declares, by name: {@code format} (safetensors), {@code architecture},
 *     {@code quantization}, {@code license}, {@code alignment}, {@code version} (GGUF), {@code ir_version},
 *     {@code producer}, {@code opset} (ONNX)
 * @param external files beside it that hold its data, sorted by location
 */
public record WeightHeader(
        WeightKind kind,
        long parameters,
        SortedMap<String, Long> dtypes,
        SortedMap<String, String> facts,
        List<ExternalFile> external) {

    public WeightHeader {
        dtypes = Collections.unmodifiableSortedMap(new TreeMap<>(dtypes));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        external = List.copyOf(external);
    }

    /** Makes a header of a file whose kind is all that is known. */
    static WeightHeader of(WeightKind kind) {
        return new WeightHeader(kind, 0, new TreeMap<>(), new TreeMap<>(), List.of());
    }
}
