package dev.airgap.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.airgap.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a report as JSON, one check and one fault a line. */
final class ReportJson {

    private ReportJson() {}

    static String write(Report report) {
        byte[] bytes = JsonLines.document(json -> {
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
        });
        return new String(bytes, StandardCharsets.UTF_8);
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
        JsonLines.strings(json, "targets", identity.targets());
        json.writeNumberField("files", identity.files());
        json.writeNumberField("bytes", identity.bytes());
        json.writeEndObject();
    }
}
