package dev.airgap.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.airgap.fuzz.Fuzzed;
import dev.airgap.http.HeaderReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists the parsers of this room that read what strangers wrote. */
public final class HubParsers {

    private static final String JSON =
            "{ } [ ] , : \" null true 1e999 -1 9223372036854775808 \"path\":\" \"rfilename\":\" \"type\":\"file\" \"oid\":\" \"size\": \"lfs\":{ \"sha256\":\" \"siblings\":[ \"sha\":\" ../ \\ \\u0000 \\ud800 CON";
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private HubParsers() {}

    public static List<Fuzzed> all() {
        byte[] tree = bytes("[{\"type\":\"file\",\"oid\":\"" + SHA
                + "\",\"size\":12,\"path\":\"config.json\"},{\"type\":\"directory\",\"path\":\"onnx\"},"
                + "{\"type\":\"file\",\"oid\":\"" + SHA
                + "\",\"size\":9,\"path\":\"onnx/model.onnx\",\"lfs\":{\"oid\":\"" + SHA + SHA.substring(0, 24)
                + "\",\"size\":90,\"pointerSize\":134}}]");
        byte[] siblings =
                bytes("{\"sha\":\"" + SHA + "\",\"siblings\":[{\"rfilename\":\"a.txt\",\"size\":3,\"blobId\":\"" + SHA
                        + "\",\"lfs\":{\"sha256\":\"" + SHA + SHA.substring(0, 24) + "\",\"size\":3}}]}");
        return List.of(
                Fuzzed.bytes(
                                "hub.tree",
                                input -> json(input, json -> FileEntries.tree(json, new ArrayList<>())),
                                List.of(tree),
                                JSON)
                        .refusing(IOException.class),
                Fuzzed.bytes(
                                "hub.siblings",
                                input -> json(input, json -> FileEntries.siblings(json, new ArrayList<>())),
                                List.of(siblings),
                                JSON)
                        .refusing(IOException.class),
                Fuzzed.text(
                        "hub.link",
                        text -> Listing.next(HeaderReply.always(text)),
                        List.of("<https://h/api?cursor=abc%3D>; rel=\"next\", <https://h/x>; rel=last"),
                        "< > ; rel=\"next\" , https:// ? % \\ \" "),
                Fuzzed.text(
                        "hub.pattern",
                        text -> new Glob(text)
                                .matches("onnx/model.onnx".codePoints().toArray()),
                        List.of("*.json", "onnx/**/model[0-9].onnx", "a?b*"),
                        "* ** ? [ ] ! - / \\ { }"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void json(byte[] input, HubClient.Reader<?> reader) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(input)) {
            reader.read(parser);
        }
    }
}
