package dev.airgap.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.airgap.fault.FaultException;
import dev.airgap.http.ChildJvm;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.Content;
import dev.airgap.testkit.HubRepo;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists what would leave the bundle, or fill the memory. */
class HostileListingTest {

    /** Names, and the sentence's part that refuses each of them. */
    static List<String[]> names() {
        return List.of(
                new String[] {"../up.json", "it has the part \"..\""},
                new String[] {"a/../../up.json", "it has the part \"..\""},
                new String[] {"./a.json", "it has the part \".\""},
                new String[] {"/etc/passwd", "it is absolute"},
                new String[] {"C:/windows.json", "it has \":\" in it"},
                new String[] {"\\\\host\\share.json", "it has \"\\\" in it"},
                new String[] {"a\\..\\b.json", "it has \"\\\" in it"},
                new String[] {"a\0b.json", "it has a control or broken character in it"},
                new String[] {"a\u001b[31m.json", "it has a control or broken character in it"},
                new String[] {"a\u202egnp.json", "it has a control or broken character in it"},
                new String[] {"nul", "is a device on Windows"},
                new String[] {"COM1.json", "is a device on Windows"},
                new String[] {"a./b.json", "ends with a dot or a space"},
                new String[] {"a//b.json", "it has an empty part"},
                new String[] {"README.MD", "it clashes with "},
                new String[] {"config.json/x.json", "it clashes with "},
                new String[] {"d/".repeat(2045) + "e.json", "it is longer than 700 bytes"},
                new String[] {"n".repeat(4096), "a part of it is longer than 255 bytes"});
    }

    private static List<Map<String, Object>> files(String key, String name) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (String path : List.of("config.json", "readme.md", name)) {
            files.add(Map.of("type", "file", key, path, "size", 3, "oid", "b".repeat(40), "blobId", "b".repeat(40)));
        }
        return files;
    }

    private static void refuses(Path folder, String[] name, Answer tree, Answer siblings) throws IOException {
        try (HubFixture fixture = new HubFixture(folder)) {
            HubRepo repo = HubFixture.repo();
            fixture.server.add(repo);
            fixture.server
                    .server()
                    .trouble("/api/models/org/name/tree/*", Trouble.answer(tree))
                    .trouble("/api/models/org/name/revision/*", Trouble.answer(siblings));
            assertThatThrownBy(() -> fixture.plan(repo.sha()))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("org/name@" + repo.sha() + " has a file that can't be in a bundle: ")
                    .hasMessageContaining(name[1])
                    .message()
                    .doesNotContain("\0", "\u001b", "\u202e");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesANameOfATree(String attack, String sentence, @TempDir Path folder) throws IOException {
        String json = new ObjectMapper().writeValueAsString(files("path", attack));
        refuses(folder, new String[] {attack, sentence}, Answer.json(json), Answer.notFound());
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesANameOfADescription(String attack, String sentence, @TempDir Path folder) throws IOException {
        String json = new ObjectMapper().writeValueAsString(Map.of("siblings", files("rfilename", attack)));
        refuses(folder, new String[] {attack, sentence}, Answer.notFound(), Answer.json(json));
    }

    /** Plans in a process that would die if it kept what it reads. */
    private static String planned(LoopbackServer server) throws Exception {
        Process child = ChildJvm.start(List.of("-Xmx128m"), ListingMain.class, server.origin());
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        child.waitFor();
        return said;
    }

    @Test
    void refusesATreeOfAMillionFiles() throws Exception {
        try (LoopbackServer server = LoopbackServer.start()) {
            server.route("/api/models/org/name/tree/*", request -> {
                int page = Integer.parseInt(request.parameters().getOrDefault("cursor", "0"));
                StringBuilder json = new StringBuilder("[");
                for (int i = 0; i < 1000; i++) {
                    json.append(i == 0 ? "" : ",")
                            .append("{\"type\":\"file\",\"size\":1,\"oid\":\"")
                            .append("b".repeat(40))
                            .append("\",\"path\":\"data/")
                            .append(page * 1000 + i)
                            .append(".json\"}");
                }
                return page == 1000
                        ? Answer.json("[]")
                        : Answer.json(json.append(']').toString())
                                .with("Link", "<https://hub/x?cursor=" + (page + 1) + ">; rel=\"next\"");
            });

            assertThat(planned(server)).contains("has more than 100000 files, too many for a bundle");
            assertThat(server.log()).hasSize(101);
        }
    }

    @Test
    void refusesADescriptionOfAMillionFiles() throws Exception {
        try (LoopbackServer server = LoopbackServer.start()) {
            StringBuilder json = new StringBuilder("{\"siblings\":[{\"rfilename\":\"x\"}");
            for (int i = 0; i < 1_000_000; i++) {
                json.append(",{\"rfilename\":\"").append(i).append(".json\"}");
            }
            server.serve(
                    "/api/models/org/name/revision/" + "a".repeat(40),
                    Answer.json(json.append("]}").toString()));

            assertThat(planned(server)).contains("has more than 100000 files, too many for a bundle");
        }
    }

    @Test
    void refusesAnAnswerWithoutEnd() throws Exception {
        try (LoopbackServer server = LoopbackServer.start()) {
            server.serve(
                    "/api/models/org/name/tree/" + "a".repeat(40),
                    Answer.of(200, Content.pattern(1L << 40)).unmeasured());

            assertThat(planned(server)).contains("The answer is longer than the ");
        }
    }
}
