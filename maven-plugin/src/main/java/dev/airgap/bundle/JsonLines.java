package dev.airgap.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;

/** Breaks JSON so that each element of an outer list takes one line, with LF on every machine. */
final class JsonLines implements DefaultPrettyPrinter.Indenter {

    private final int deepest;

    private JsonLines(int deepest) {
        this.deepest = deepest;
    }

    static PrettyPrinter printer() {
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
