package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every attack is refused with a sentence, by the unpacker and the verifier alike, and leaves nothing on the disk. */
class HostileTarTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Tars tars = Tars.of(Samples.usual());

    @ParameterizedTest
    @CsvSource({
        "../escape.txt, holds ..",
        "files/../../escape.txt, holds ..",
        "/tmp/airgap-escape.txt, is absolute",
        "files/a\\..\\b, backslash",
        "C:/escape.txt, Windows",
        "files/nul.txt, device on Windows",
        "files/./x, holds .",
        "files//x, empty name",
        "wheels, folder",
        "Wheels/x, case",
        "readme.TXT, case",
        "airgap.json/x, folder",
        "files/COM1.tar.gz, device on Windows",
        "files/trailing., ends in a dot",
        "files/dir /x, ends in a dot or a space",
        "files/a\u0007b, control character",
        "files/a\u202Eb, control character",
        "files/CAFE\u0301, encoding",
        "README.txt, twice",
    })
    void namesThatEscapeOrCollide(String name, String reason) throws IOException {
        tars.file("files/café", new byte[1]);
        // Once as a stowaway, once by somebody who writes manifest and checksums for it.
        refuse(tars.file(name, new byte[3]).write(folder.resolve("b.tar")), reason);
        refuse(tars.consistent().write(folder.resolve("c.tar")), reason);
    }

    @Test
    void namesInPaxRecordsAndGnuLongNames() throws IOException {
        Path gnu = tars.file("../" + "x".repeat(150), new byte[1]).write(folder.resolve("gnu.tar"));
        refuse(gnu, "holds ..");
        refuse(with(pax("path=../escape"), file("harmless", 0)), "holds ..");
        refuse(with(pax("path=/etc/escape"), file("harmless", 0)), "is absolute");
        refuse(with(pax("path="), file("harmless", 0)), "is empty");
        refuse(with(pax("path=a\0b"), file("harmless", 0)), "control character");
        refuse(with(pax("path=a\nb"), file("harmless", 0)), "control character");
        refuse(with(pax("path=\u001B[31mred"), file("harmless", 0)), "control character");
        refuse(with(pax("path=" + "d/".repeat(2048) + "x"), file("harmless", 0)), "longer than 1000 bytes");
        refuse(with(pax("path=files/ok"), pax("path=../b"), file("harmless", 0)), "holds ..");
        refuse(Tars.of(Samples.usual()).file("n".repeat(4096), new byte[1]).write(folder.resolve("l.tar")), "longer");
    }

    @Test
    void aPaxRecordThatLiesAboutASize() throws IOException {
        // The record makes the next header a part of the content, or the content a header.
        byte[] inner = file("../escape", 0);
        refuse(with(pax("size=512"), file("files/x", 0), inner), "no airgap.json");
        refuse(with(pax("size=0"), file("files/x", 512), inner), "holds ..");
        refuse(with(pax("size=513"), file("files/x", 512), inner), "");
        refuse(with(pax("GNU.sparse.realsize=9"), file("x", 0)), "sparse");
        refuse(with(pax("GNU.sparse.name=../x"), file("x", 0)), "sparse");
    }

    @Test
    void entriesBehindTheChecksumsAndASecondArchive() throws IOException {
        Path late = Tars.of(Samples.usual()).file("zzz", new byte[1]).write(folder.resolve("late.tar"));
        refuse(late, "does not list");
        Path sound = Samples.usual().seal(folder.resolve("one.tar"));
        byte[] twice = Files.readAllBytes(sound);
        // What GNU tar --ignore-zeros would read on.
        Files.write(sound, twice, StandardOpenOption.APPEND);
        refuse(sound, "behind the end");
        try (RandomAccessFile hole =
                new RandomAccessFile(Samples.usual().seal(sound).toFile(), "rw")) {
            hole.setLength(1L << 42);
        }
        refuse(sound, "behind the end");
    }

    @Test
    void aManifestThatLiesAboutSizes() throws IOException {
        Tars lying = Tars.of(Samples.usual());
        String json = new String(lying.content(Manifest.PATH), StandardCharsets.UTF_8);
        for (String size : List.of("511", "0", "513", "9223372036854775807")) {
            byte[] text = Samples.bytes(json.replace("\"size\": 512,", "\"size\": " + size + ","));
            refuse(
                    Tars.of(Samples.usual()).replace(Manifest.PATH, text).write(folder.resolve("b.tar")),
                    "A file was changed");
        }
        Manifest sound = ManifestJson.read(lying.content(Manifest.PATH));
        refuse(
                lying.manifest(new Manifest(
                                "\u001B]0;title\u0007",
                                "1\n[INFO] BUILD SUCCESS",
                                sound.timestamp(),
                                sound.digest(),
                                "",
                                List.of("../../x", "\u001B[2J"),
                                sound.models(),
                                sound.files()))
                        .without(Samples.SHARED)
                        .write(folder.resolve("c.tar")),
                "A file is missing");
    }

    @Test
    void linksAndDevices() throws IOException {
        byte[] none = {};
        refuse(
                Tars.of(Samples.usual())
                        .item("files/passwd", TarConstants.LF_SYMLINK, none, "/etc/passwd")
                        .write(folder.resolve("1.tar")),
                "files/passwd is a symbolic link");
        refuse(
                Tars.of(Samples.usual())
                        .item("files/link", TarConstants.LF_LINK, none, "README.txt")
                        .write(folder.resolve("2.tar")),
                "is a hard link");
        refuse(
                Tars.of(Samples.usual())
                        .item("files/null", TarConstants.LF_CHR, none, "")
                        .write(folder.resolve("3.tar")),
                "is a device");
        refuse(
                Tars.of(Samples.usual())
                        .item("files/pipe", TarConstants.LF_FIFO, none, "")
                        .write(folder.resolve("4.tar")),
                "is a pipe");
        refuse(
                Tars.of(Samples.usual()).item("files/odd", (byte) 'Q', none, "").write(folder.resolve("5.tar")),
                "unknown type Q");
        // A listed file turned into a link to a file outside that has the right content.
        refuse(
                Tars.of(Samples.usual())
                        .without(Samples.SHARED)
                        .item(Samples.SHARED, TarConstants.LF_SYMLINK, none, "/tmp/x")
                        .write(folder.resolve("6.tar")),
                "is a symbolic link");
    }

    @Test
    void unlistedMissingAndChangedFiles() throws IOException {
        refuse(
                Tars.of(Samples.usual()).file("files/stowaway", new byte[9]).write(folder.resolve("1.tar")),
                "does not list");
        refuse(Tars.of(Samples.usual()).without(Samples.SHARED).write(folder.resolve("2.tar")), "A file is missing");
        refuse(
                Tars.of(Samples.usual()).replace(Samples.OWN_ARM, new byte[513]).write(folder.resolve("3.tar")),
                "expected: 512 bytes\n  actual: 513 bytes");
        byte[] turned = Samples.usual().contents.get(Samples.OWN_ARM).clone();
        turned[100] ^= 1;
        refuse(
                Tars.of(Samples.usual()).replace(Samples.OWN_ARM, turned).write(folder.resolve("4.tar")),
                "actual: " + Sha256.of(turned));
    }

    @Test
    void manifestAndChecksumsThatDisagree() throws IOException {
        Tars changed = Tars.of(Samples.usual());
        byte[] json = changed.content(Manifest.PATH);
        String text = new String(json, StandardCharsets.UTF_8).replace("1.2.3", "1.2.4");
        refuse(
                changed.replace(Manifest.PATH, Samples.bytes(text)).write(folder.resolve("1.tar")),
                "airgap.json was changed");
        refuse(Tars.of(Samples.usual()).without(Manifest.SUMS).write(folder.resolve("2.tar")), "no SHA256SUMS");
        refuse(Tars.of(Samples.usual()).without(Manifest.PATH).write(folder.resolve("3.tar")), "no airgap.json");
        Tars uncovered = Tars.of(Samples.usual());
        List<String> lines = new ArrayList<>(new String(uncovered.content(Manifest.SUMS), StandardCharsets.UTF_8)
                .lines()
                .toList());
        lines.removeIf(line -> line.endsWith("  airgap.json"));
        refuse(
                uncovered
                        .replace(Manifest.SUMS, Samples.bytes(String.join("\n", lines) + "\n"))
                        .write(folder.resolve("4.tar")),
                "does not cover a file\n");
        lines.set(0, "garbage");
        refuse(
                uncovered
                        .replace(Manifest.SUMS, Samples.bytes(String.join("\n", lines) + "\n"))
                        .write(folder.resolve("5.tar")),
                "Line 1 is no checksum");
        lines.set(0, lines.get(1));
        refuse(
                uncovered
                        .replace(Manifest.SUMS, Samples.bytes(String.join("\n", lines) + "\n"))
                        .write(folder.resolve("6.tar")),
                "Line 2 repeats");
    }

    @Test
    void aDigestThatIsNotThatOfTheFiles() throws IOException {
        Manifest sound = ManifestJson.read(tars.content(Manifest.PATH));
        refuse(
                tars.manifest(new Manifest(
                                sound.name(),
                                sound.version(),
                                sound.timestamp(),
                                "sha256:" + "0".repeat(64),
                                "",
                                sound.targets(),
                                sound.models(),
                                sound.files()))
                        .write(folder.resolve("b.tar")),
                "digest in airgap.json is not that of its files");
    }

    @Test
    void aWheelSwappedByOneWhoWritesEverythingAnewFailsAtThePins() throws IOException {
        refuse(
                tars.replace(Samples.SHARED, new byte[9]).consistent().write(folder.resolve("b.tar")),
                "A pinned requirement has no wheel in the bundle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[]!no JSON object",
                "{\"format\": 2}!format 2",
                "{\"format\": 1}!lists no files",
                "{\"format\": \"1\"}!no whole number",
                "{\"format\": 99999999999999999999999999999999999999}!is no manifest",
                "{\"format\": 1, \"format\": 1}!is no manifest",
                "{\"format\": 1, \"files\": [{\"path\": \"../x\"}]}!holds ..",
                "{\"format\": 1, \"files\": [{\"path\": \"airgap.json\"}]}!must not",
                "{\"format\": 1, \"files\": [{\"path\": \"x\", \"size\": -4}]}!no size",
                "{\"format\": 1, \"files\": [{\"path\": \"x\", \"size\": 4, \"sha256\": \"AB\"}]}!no sha256",
                "{\"format\": 1, \"files\": [[[[[[[[[[[[[[[[[[!no object",
                "{\"a\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[!is no manifest",
                "{\"format\": 1!is no manifest",
            })
    void manifestsThatAreNone(String json, String reason) throws IOException {
        refuse(tars.replace(Manifest.PATH, Samples.bytes(json)).write(folder.resolve("b.tar")), reason);
    }

    @Test
    void aManifestOfGigabytesIsNotRead() throws IOException {
        Path tar = folder.resolve("b.tar");
        long huge = 3L << 30;
        try (FileChannel channel = FileChannel.open(tar, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(TarHeader.of(Manifest.PATH, huge, Instant.EPOCH)));
            channel.write(ByteBuffer.allocate(1024), 512 + huge);
        }
        refuse(tar, "more than the");
    }

    @Test
    void recordsAndSizesThatAreTraps() throws IOException {
        refuse(with(header("x", TarConstants.LF_PAX_EXTENDED_HEADER_LC, 1L << 32)), "bytes is announced");
        refuse(with(header("x", TarConstants.LF_GNUTYPE_LONGNAME, 1L << 32)), "bytes is announced");
        refuse(with(header("x", TarConstants.LF_NORMAL, 1L << 32)), "does not fit");
        refuse(with(pax("size=9223372036854775807"), file("x", 0)), "does not fit");
        refuse(with(pax("size=-1"), file("x", 0)), "negative");
        refuse(with(pax("size=1e9"), file("x", 0)), "no number");
        refuse(with(pax("GNU.sparse.major=1"), file("x", 0)), "sparse");
        refuse(with(header("x", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER, 0)), "global pax header");
        refuse(with(header("x", TarConstants.LF_GNUTYPE_SPARSE, 0)), "sparse");
        refuse(with(header("x/", TarConstants.LF_DIR, 512), new byte[512]), "folder with content");
        byte[] broken = pax("path=x");
        broken[512] = 'z';
        refuse(with(broken, file("x", 0)), "malformed");
        byte[] negative = header("x", TarConstants.LF_NORMAL, 0);
        Arrays.fill(negative, 124, 136, (byte) 0xFF);
        refuse(with(sum(negative)), "");
        byte[] latin = header("x", TarConstants.LF_NORMAL, 0);
        latin[0] = (byte) 0xE9;
        refuse(with(sum(latin)), "");
    }

    @Test
    void endlessRecordsEnd() throws IOException {
        byte[] pax = pax("path=x");
        byte[] many = new byte[pax.length * 20_000];
        for (int i = 0; i < 20_000; i++) {
            System.arraycopy(pax, 0, many, i * pax.length, pax.length);
        }
        refuse(with(many), "followed by no entry");
    }

    @Test
    void damageAndWhatIsNoTar() throws IOException {
        Path sound = Samples.usual().seal(folder.resolve("sound.tar"));
        byte[] bytes = Files.readAllBytes(sound);
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            Path cut =
                    Files.write(folder.resolve("cut.tar"), Arrays.copyOf(bytes, random.nextInt(bytes.length - 1024)));
            refuse(cut, "");
        }
        Path noise = folder.resolve("noise.tar");
        for (int i = 0; i < 40; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(10_000)] ^= (byte) (1 << random.nextInt(8));
            if (!isHarmless(damaged, bytes)) {
                refuse(Files.write(noise, damaged), "");
            }
        }
        try (RandomAccessFile longer = new RandomAccessFile(sound.toFile(), "rw")) {
            longer.seek(longer.length());
            longer.write("appended".getBytes(StandardCharsets.US_ASCII));
        }
        refuse(sound, "behind the end");
        refuse(Files.write(noise, new byte[0]), "no tar at all");
        refuse(Files.writeString(noise, "x".repeat(5000)), "checksum");
        byte[] gzip = new byte[2048];
        gzip[0] = 0x1F;
        gzip[1] = (byte) 0x8B;
        refuse(Files.write(noise, gzip), "gunzip");
    }

    /** A bit in the fill of a block, or one that the header's checksum or the parsed text covers no more, changes no file. */
    private static boolean isHarmless(byte[] damaged, byte[] sound) throws IOException {
        Path one = Files.createTempFile("airgap", ".tar");
        Path two = Files.createTempFile("airgap", ".tar");
        try (TarView first = TarView.open(Files.write(one, damaged));
                TarView second = TarView.open(Files.write(two, sound))) {
            if (!first.faults().isEmpty() || !first.files().equals(second.files())) {
                return false;
            }
            for (String file : second.files().keySet()) {
                if (!Arrays.equals(
                        first.open(file).readAllBytes(), second.open(file).readAllBytes())) {
                    return false;
                }
            }
            return true;
        } finally {
            Files.delete(one);
            Files.delete(two);
        }
    }

    private void refuse(Path tar, String reason) throws IOException {
        Path out = folder.resolve("out");
        FaultException unpacking = catchThrowableOfType(
                FaultException.class, () -> new Unpacker("test 1", CLOCK).unpack(tar, out, Optional.empty()));
        assertThat(unpacking).as("the unpacker must refuse %s", tar).isNotNull();
        assertThat(unpacking).hasMessageContaining(reason);
        assertThat(out).doesNotExist();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".out"));
        }
        Report report = new Verifier("test 1", CLOCK).verify(tar);
        assertThat(report.isIntact()).isFalse();
        assertThat(report.toText()).startsWith("NOT INTACT").contains(reason);
        assertThat(unpacking.getMessage() + report.toText() + report.toJson())
                .doesNotContain("\u001B", "\u0007", "\u202E", "\r", "\n[INFO]");
        for (Fault fault : report.faults()) {
            assertThat(fault.what()).isNotBlank().doesNotEndWith(".");
            assertThat(fault.next()).endsWith(".");
            assertThat(fault.where()).contains(tar.getFileName().toString());
        }
    }

    private Path with(byte[]... blocks) throws IOException {
        Path tar = folder.resolve("crafted.tar");
        Files.write(tar, new byte[0]);
        for (byte[] block : blocks) {
            Files.write(tar, block, StandardOpenOption.APPEND);
        }
        Files.write(tar, new byte[1024], StandardOpenOption.APPEND);
        return tar;
    }

    private static byte[] file(String name, int size) {
        return header(name, TarConstants.LF_NORMAL, size);
    }

    private static byte[] pax(String record) {
        int length = record.length() + 3;
        while (length != record.length() + 2 + Integer.toString(length).length()) {
            length++;
        }
        byte[] header = header("PaxHeaders/x", TarConstants.LF_PAX_EXTENDED_HEADER_LC, length);
        byte[] all = Arrays.copyOf(header, 512 + TarHeader.padded(length));
        System.arraycopy(Samples.bytes(length + " " + record + "\n"), 0, all, 512, length);
        return all;
    }

    private static byte[] header(String name, byte type, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setSize(size);
        byte[] block = new byte[512];
        entry.writeEntryHeader(block);
        return block;
    }

    private static byte[] sum(byte[] block) {
        Arrays.fill(block, 148, 156, (byte) ' ');
        TarUtils.formatCheckSumOctalBytes(TarUtils.computeCheckSum(block), block, 148, 8);
        return block;
    }
}
