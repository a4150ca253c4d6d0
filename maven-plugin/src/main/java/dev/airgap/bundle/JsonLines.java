package dev.airgap.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/** Breaks JSON so that each element of an outer list takes one line, with LF on every machine. */
final class JsonLines implements DefaultPrettyPrinter.Indenter {

    private JsonLines() {}

    static PrettyPrinter printer() {
        JsonLines lines = new JsonLines();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }

    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
        if (level > 2) {
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
