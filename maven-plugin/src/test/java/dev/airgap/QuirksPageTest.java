package dev.airgap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page about servers' quirks to the tests that it names. */
class QuirksPageTest {

    private static final Path PAGE = Path.of("..", "src-site", "markdown", "network.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final List<String> PACKAGES = List.of("hub", "store", "http");

    @Test
    void namesATestForEachQuirk() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| The server, or"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> missing = new ArrayList<>();
        for (String row : rows) {
            Matcher named = NAMED.matcher(row);
            boolean any = false;
            while (named.find()) {
                any = true;
                if (!isThere(named.group(1), named.group(2))) {
                    missing.add(named.group());
                }
            }
            if (!any) {
                missing.add(row);
            }
        }
        assertThat(rows).hasSizeGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(String name, String method) {
        return PACKAGES.stream()
                .flatMap(part -> find("dev.airgap." + part + "." + name))
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .anyMatch(candidate -> candidate.getName().equals(method) && candidate.getAnnotations().length > 0);
    }

    private static Stream<Class<?>> find(String name) {
        try {
            return Stream.of(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
    }
}
