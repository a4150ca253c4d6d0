package dev.airgap.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lock that a hand or a merge has changed is refused with its line. */
class LockReaderTest {

    private static final String TEXT = LockFile.text(SampleLocks.readable());
    private static final List<String> LINES = TEXT.lines().toList();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version = \"4.12.2\" | version = \"4.12.2 ; x\" | is no version",
                "version = \"4.12.2\" | version = \"4.12.3\" | is none of version 4.12.3",
                "version = \"4.12.2\" | version = 4 | 'version' must be a string",
                "version = \"4.12.2\" | verson = \"4.12.2\" | the key 'version' is missing",
                "version = \"4.12.2\" | version = 4.1 | found '4.1'",
                "version = \"4.12.2\" | version = \"\"\"4\"\"\" | strings of several lines",
                "version = \"4.12.2\" | version = \"4.12.2 | a string has no end",
                "version = \"4.12.2\" | version = \"4.12.2\" \"x\" | expected the line's end",
                "version = \"4.12.2\" | a.b = 1 | no dotted keys",
                "name = \"fsspec\" | name = \"Fsspec\" | must be a normalised name, but is 'Fsspec'",
                "name = \"fsspec\" | name = \"fsspec\\nx\" | 'fsspec?x'",
                "name = \"fsspec\" | name = \"other\" | is none of other",
                "index = \"torch-cpu\" | name = \"x\" | stands twice",
                "index = \"torch-cpu\" | index = \" \" | must be a word",
                "extras = [\"http\"] | extras = [\"-\"] | must be a normalised name",
                "extras = [\"http\"] | extras = [1] | 'extras' must be a string",
                "extras = [\"http\"] | extra = [\"http\"] | the key 'extra' is unknown to format 1",
                "size = 179641 | size = -1 | a size must be a number of bytes",
                "size = 179641 | size = \"1\" | 'size' must be a whole number",
                "size = 179641 | size = 99999999999999999999 | too large",
                "size = 179641 | colour = 1, size = 2 | 'colour' is unknown",
                "path = \"1_Pooling/config.json\" | path = \"../config.json\" | must stay below its folder",
                "path = \"1_Pooling/config.json\" | path = \"/config.json\" | must stay below its folder",
                "path = \"1_Pooling/config.json\" | path = \"C:/config.json\" | must stay below its folder",
                "path = \"1_Pooling/config.json\" | path = \"a\\\\..\\\\b\" | must stay below its folder",
                "path = \"1_Pooling/config.json\" | path = \"a//b\" | must stay below its folder",
                "path = \"1_Pooling/config.json\" | path = \"a\\u0000b\" | must stay below its folder",
                "path = \"1_Pooling/config.json\" | path = \"model.safetensors\" | twice",
                "size = 4259017 | size = 4259017, unpack = 1 | 'unpack' must be true or false",
                "size = 4259017 | size = 4259017, strip = 1 | 'strip' is unknown",
                "size = 4259017 | size = 4259017, unpack = true, strip = 10 | strip must be 0 to 9",
                "path = \"nltk_data/tokenizers/punkt_tab.zip\" | path = \"./x\" | must stay below its folder",
                "https://files.example/punkt_tab.zip | https://me:secret@files.example/x | carries a user or password",
                "https://files.example/punkt_tab.zip | ftp://files.example/x | must be http, https or file",
                "https://files.example/punkt_tab.zip | https://files.example/a b | can't be read",
                "https://files.example/punkt_tab.zip | //files.example/x | lacks its scheme",
                "https://files.example/punkt_tab.zip | //me:secret@files.example/x | lacks its scheme",
                "https://files.example/punkt_tab.zip | https:///x | has no host",
                "fsspec-2024.10.0-py3-none-any.whl\", url | ../fsspec-2024.10.0-py3-none-any.whl\", url | no wheel",
                "fsspec-2024.10.0-py3-none-any.whl\", url | fsspec.zip\", url | no wheel",
                "id = \"cp311-manylinux_2_36_x86_64\" | id = \"CP311\" | must match [a-z0-9_-]+",
                "repo = \"sentence-transformers/all-MiniLM-L6-v2\" | repo = \"../../x\" | must stay below",
                "[[model]] | [model] | 'model' must be a list",
                "[[model]] | [[package]] | the key 'name' is missing",
                "hub = \"hub\" | hub = \"hub\" ~ source = \"cache\" | 'hub' is unknown",
                "commit = | layout = [\"deep\"] ~ commit = | must be hub or flat, but is 'deep'",
                "commit = | layout = [\"flat\"] ~ commit = | the key 'path' is missing",
                "commit = | layout = [\"flat\"] ~ path = \"../x\" ~ commit = | must stay below",
                "commit = | path = \"x\" ~ commit = | 'path' is unknown",
                "commit = | commit = \"abc\" # | must be 40 lower-case hex digits, but is 'abc'",
                "targets = [\"cp311-manylinux_2_28_aarch64\"] | targets = [] | is for no target",
                "name = \"numpy\" | <<<<<<< HEAD | a merge left a conflict",
                "name = \"numpy\" | ======= | a merge left a conflict",
                "name = \"numpy\" | >>>>>>> theirs | a merge left a conflict",
            })
    void refusesWithTheLine(String old, String now, String message) {
        int place = TEXT.indexOf(old);
        assertThat(place).as(old).isNotNegative();
        String broken = TEXT.substring(0, place) + now.replace(" ~ ", "\n") + TEXT.substring(place + old.length());
        Fault fault = refused(broken);
        assertThat(fault.detail()).contains(message).doesNotContain("secret");
        assertThat(fault.where()).startsWith("airgap.lock:");
        int line = Integer.parseInt(fault.where().substring("airgap.lock:".length()));
        int changed = (int) TEXT.substring(0, place).lines().count();
        // The line itself, or the header of the table it is in.
        assertThat(line).isBetween(changed - 8, changed + 1);
        assertThat(fault.next()).contains("airgap:lock");
    }

    @Test
    void saysAfterAMergeThatEitherSideKeepsItsPins() {
        String url = "url = \"https://files.example/punkt_tab.zip\"";
        for (String marker : List.of("<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> theirs")) {
            for (String place :
                    List.of("version = 1", "  { path = \"nltk_data", "\n[inputs]", "[[package]]", "  { file =")) {
                Fault fault = refused(TEXT.replaceFirst(Pattern.quote(place), marker + "\n$0"));
                assertThat(fault.detail()).isEqualTo("a merge left a conflict here");
                assertThat(fault.next())
                        .contains("git checkout --ours airgap.lock", "run airgap:lock", "keeps the pins");
            }
        }
        assertThat(TEXT).contains(url);
        assertThat(refused(TEXT.replace(url, "url = ")).next()).contains("git checkout airgap.lock", "or delete it");
    }

    @Test
    void nothingThatSteersATerminalReachesAMessage() {
        Pattern string = Pattern.compile("\"[^\"\n]*\"");
        for (String evil :
                List.of("\\u001B[31m", "\\u009B2J", "\\n[INFO] fine", "\\u202Eevil", "\\r", "\\u2028", "../..")) {
            Matcher place = string.matcher(TEXT);
            int refused = 0;
            while (place.find()) {
                int middle = (place.start() + place.end()) / 2;
                String hostile = TEXT.substring(0, middle) + evil + TEXT.substring(middle);
                FaultException e =
                        catchThrowableOfType(FaultException.class, () -> LockReader.read(hostile, "airgap.lock"));
                if (e == null) {
                    continue;
                }
                refused++;
                Fault fault = e.faults().get(0);
                assertThat(fault.detail().codePoints())
                        .as(fault.detail())
                        .noneMatch(c -> Character.getType(c) == Character.CONTROL
                                || Character.getType(c) == Character.FORMAT
                                || c == 0x2028);
            }
            assertThat(refused).as(evil).isGreaterThan(evil.startsWith("..") ? 10 : 60);
        }
    }

    @Test
    void moreThanAnyLockHoldsIsRefusedBeforeItFillsTheHeap() throws IOException {
        assertThat(refused("files = [" + "1,".repeat(3_000_000)).detail()).contains("more than 2000000 values");
        assertThat(refused("[[a]]\n".repeat(3_000_000)).detail()).contains("more than 2000000 values");
        assertThat(refused("[a" + ".a".repeat(3_000_000) + "]").detail()).contains("more than 2000000 values");
        Path file = folder.resolve("airgap.lock");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(5L << 30);
        }
        FaultException e = catchThrowableOfType(FaultException.class, () -> LockFile.read(file));
        assertThat(e.faults().get(0).detail()).contains("more than the");
    }

    @Test
    void refusesAHashThatIsTooShortOnItsOwnLine() {
        String sum = SampleLocks.hex(64, 11);
        Fault fault = refused(TEXT.replace(sum, sum.substring(1)));
        int line = LINES.indexOf(LINES.stream()
                        .filter(text -> text.contains(sum))
                        .findFirst()
                        .orElseThrow())
                + 1;
        assertThat(fault.where()).isEqualTo("airgap.lock:" + line);
        assertThat(fault.detail()).contains("64 lower-case hex digits");
    }

    @Test
    void refusesInputsThatWereEdited() {
        assertThat(refused(TEXT.replace("numpy>=1.26", "numpy>=1.27")).detail())
                .contains("inputs-digest doesn't belong");
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThat(refused(TEXT.replace("[\"fsspec\", \"typing-extensions\"]", "[\"gone\"]"))
                        .detail())
                .isEqualTo("torch needs gone on cp311-manylinux_2_28_aarch64, which isn't locked");
        assertThat(refused(TEXT.replace(
                                "targets = [\"cp311-manylinux_2_28_aarch64\"]",
                                "targets = [\"cp311-manylinux_2_36_x86_64\"]"))
                        .detail())
                .contains("torch for the target cp311-manylinux_2_36_x86_64 is locked twice");
    }

    @Test
    void refusesAnotherFormat() {
        Fault newer = refused(TEXT.replace("version = 1\n", "version = 2\n"));
        assertThat(newer.what()).contains("another format");
        assertThat(newer.detail()).isEqualTo("expected version 1, found 2");
        assertThat(newer.next()).contains("newer airgap-maven-plugin");
        assertThat(refused(TEXT.replace("version = 1\n", "version = 0\n")).next())
                .contains("airgap:lock");
        assertThat(refused("").detail()).contains("'version' is missing");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = folder.resolve("airgap.lock");
        Files.write(file, new byte[] {'#', (byte) 0xff});
        FaultException e = catchThrowableOfType(FaultException.class, () -> LockFile.read(file));
        assertThat(e.faults().get(0).detail()).contains("UTF-8");
    }

    @Test
    void readsWhatAFormatterMadeOfIt() {
        String other = "\uFEFF"
                + TEXT.replace(" = ", "=").replace("\n  {", "\n\t# why\n\t{").replace("\"", "'") + "\n# end";
        assertThat(LockReader.read(other, "airgap.lock")).isEqualTo(SampleLocks.readable());
    }

    private static Fault refused(String text) {
        FaultException e = catchThrowableOfType(FaultException.class, () -> LockReader.read(text, "airgap.lock"));
        assertThat(e).as("read: " + text).isNotNull();
        assertThat(e.faults()).hasSize(1);
        return e.faults().get(0);
    }
}
