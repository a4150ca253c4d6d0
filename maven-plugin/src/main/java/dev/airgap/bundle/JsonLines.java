package dev.airgap.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Breaks JSON so that each element of an outer list takes one line, with LF on every machine. */
final class JsonLines implements DefaultPrettyPrinter.Indenter {

    private final int deepest;

    private JsonLines(int deepest) {
        this.deepest = deepest;
    }

    /** Writes what stands in a document's one object. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes a document that ends in LF, as UTF-8. */
    static byte[] document(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16384);
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.setPrettyPrinter(printer());
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static PrettyPrinter printer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(new JsonLines(1));
        printer.indentArraysWith(new JsonLines(2));
        return printer;
    }

    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
        if (level > deepest) {
            json.writeRaw(' ');
        } else {
            json.writeRaw('\n');
            json.writeRaw("    ".substring(0, 2 * level));
        }
    }

    @Override
    public boolean isInline() {
        return false;
    }
}
