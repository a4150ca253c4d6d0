package dev.airgap.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.airgap.fault.Fault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes a report as JSON, one check and one fault a line. */
final class ReportJson {

    private ReportJson() {}

    static String write(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(JsonLines.printer());
            json.writeStartObject();
            json.writeNumberField("format", 1);
            json.writeBooleanField("intact", report.isIntact());
            json.writeStringField("tool", report.tool());
            json.writeStringField("time", report.time().toString());
            json.writeStringField("path", report.bundle().toString());
            json.writeStringField("form", report.form());
            identity(json, report.identity());
            json.writeArrayFieldStart("checks");
            for (Report.Check check : report.checks()) {
                json.writeStartObject();
                json.writeStringField("name", check.name());
                json.writeStringField("verdict", check.verdict().label());
                json.writeNumberField("count", check.count());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("faults");
            for (Fault fault : report.faults()) {
                json.writeStartObject();
                json.writeStringField("what", fault.what());
                json.writeStringField("where", fault.where());
                json.writeStringField("detail", fault.detail());
                json.writeStringField("next", fault.next());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void identity(JsonGenerator json, Report.Identity identity) throws IOException {
        json.writeObjectFieldStart("bundle");
        json.writeStringField("name", identity.name());
        json.writeStringField("version", identity.version());
        json.writeStringField("digest", identity.digest());
        if (!identity.partOf().isEmpty()) {
            json.writeStringField("partOf", identity.partOf());
        }
        json.writeStringField("sums", identity.sums());
        json.writeArrayFieldStart("targets");
        for (String target : identity.targets()) {
            json.writeString(target);
        }
        json.writeEndArray();
        json.writeNumberField("files", identity.files());
        json.writeNumberField("bytes", identity.bytes());
        json.writeEndObject();
    }
}
