package dev.airgap.hub.format;

import dev.airgap.hub.WeightFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Walks an ONNX file (ModelProto) and its graphs, those of If, Loop, functions and trainings included; the tensors'
 * data is never read. Parameters are the initializers.
 */
final class OnnxHeader {

    static final WeightKind KIND = WeightKind.data(WeightFormat.ONNX, "a protobuf message with a graph");

    private static final int DEEPEST = 32;
    private static final int MOST_TOP_FIELDS = 100_000;
    private static final int MOST_OPSETS = 1_000;
    private static final int LONGEST_NAME = 1 << 12;

    private final Tally tally = new Tally();
    private final SortedMap<String, Long> external = new TreeMap<>();
    private final SortedMap<String, Long> opsets = new TreeMap<>();
    private final SortedMap<String, String> facts = new TreeMap<>();
    private boolean graph;

    private OnnxHeader() {}

    /** Tells whether a file is made of the fields of a ModelProto, to its end, with a graph and its version. */
    static boolean is(FileBytes file) throws IOException {
        boolean graph = false;
        boolean version = false;
        try {
            Message model = new Message(file, 0, file.size());
            for (int i = 0; i < MOST_TOP_FIELDS && model.next(); i++) {
                boolean known = switch (model.field()) {
                    case 1, 5 -> model.wire() == Message.VARINT;
                    case 2, 3, 4, 6, 7, 8, 14, 20, 25, 26 -> model.wire() == Message.BYTES;
                    default -> false;
                };
                if (!known) {
                    return false;
                }
                graph |= model.field() == 7;
                version |= model.field() == 1 || model.field() == 8;
            }
            return graph && version;
        } catch (HeaderException other) {
            return false;
        }
    }

    static WeightHeader read(FileBytes file) throws IOException {
        OnnxHeader header = new OnnxHeader();
        header.model(new Message(file, 0, file.size()));
        if (!header.graph) {
            throw new HeaderException("it has no graph, as an ONNX model has");
        }
        List<String> opsets = new ArrayList<>();
        header.opsets.forEach((domain, version) -> opsets.add(domain + " " + version));
        if (!opsets.isEmpty()) {
            header.facts.put("opset", String.join(", ", opsets));
        }
        List<ExternalFile> files = new ArrayList<>();
        header.external.forEach((location, needed) -> files.add(new ExternalFile(location, needed)));
        return new WeightHeader(KIND, header.tally.parameters(), header.tally.dtypes(), header.facts, files);
    }

    private void model(Message model) throws IOException {
        String producer = "";
        String version = "";
        while (model.next()) {
            if (model.is(1, Message.VARINT)) {
                facts.put("ir_version", Long.toString(model.value()));
            } else if (model.wire() == Message.BYTES) {
                switch (model.field()) {
                    case 2 -> producer = model.text(LONGEST_NAME, "a producer_name");
                    case 3 -> version = model.text(LONGEST_NAME, "a producer_version");
                    case 7 -> {
                        graph = true;
                        graph(model.message(), 1);
                    }
                    case 8 -> opset(model.message());
                    case 20 -> training(model.message());
                    case 25 -> function(model.message());
                    default -> {
                        // Texts for people, and what the walk has no use for.
                    }
                }
            }
        }
        String shown = (producer + " " + version).strip();
        if (!shown.isEmpty()) {
            facts.put("producer", shown);
        }
    }

    private void opset(Message opset) throws IOException {
        String domain = "";
        long version = 0;
        while (opset.next()) {
            if (opset.is(1, Message.BYTES)) {
                domain = opset.text(LONGEST_NAME, "an opset's domain");
            } else if (opset.is(2, Message.VARINT)) {
                version = opset.value();
            }
        }
        if (opsets.size() >= MOST_OPSETS) {
            throw new HeaderException("it imports more than " + MOST_OPSETS + " sets of operators");
        }
        opsets.put(domain.isEmpty() ? "ai.onnx" : domain, version);
    }

    private void training(Message training) throws IOException {
        while (training.next()) {
            if (training.is(1, Message.BYTES) || training.is(2, Message.BYTES)) {
                graph(training.message(), 1);
            }
        }
    }

    private void function(Message function) throws IOException {
        while (function.next()) {
            if (function.is(7, Message.BYTES)) {
                node(function.message(), 1);
            } else if (function.is(11, Message.BYTES)) {
                attribute(function.message(), 1);
            }
        }
    }

    private void graph(Message graph, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new HeaderException("it has graphs in graphs, deeper than " + DEEPEST);
        }
        while (graph.next()) {
            if (graph.is(1, Message.BYTES)) {
                node(graph.message(), depth);
            } else if (graph.is(5, Message.BYTES)) {
                OnnxTensor.read(graph.message(), external).count(tally);
            } else if (graph.is(15, Message.BYTES)) {
                sparse(graph.message(), true);
            }
        }
    }

    private void node(Message node, int depth) throws IOException {
        while (node.next()) {
            if (node.is(5, Message.BYTES)) {
                attribute(node.message(), depth);
            }
        }
    }

    private void attribute(Message attribute, int depth) throws IOException {
        while (attribute.next()) {
            if (attribute.wire() == Message.BYTES) {
                switch (attribute.field()) {
                    // A constant is no parameter, but its data can lie in another file too.
                    case 5, 10 -> OnnxTensor.read(attribute.message(), external);
                    case 6, 11 -> graph(attribute.message(), depth + 1);
                    case 22, 23 -> sparse(attribute.message(), false);
                    default -> {
                        // Numbers and texts.
                    }
                }
            }
        }
    }

    private void sparse(Message sparse, boolean parameters) throws IOException {
        while (sparse.next()) {
            if (sparse.is(1, Message.BYTES) || sparse.is(2, Message.BYTES)) {
                boolean values = sparse.field() == 1;
                OnnxTensor tensor = OnnxTensor.read(sparse.message(), external);
                if (values && parameters) {
                    tensor.count(tally);
                }
            }
        }
    }
}
