package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.bundle.Archive.Member;
import dev.airgap.fault.FaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final String WHERE = "<file> in pom.xml";

    @TempDir
    Path folder;

    @Test
    void everyKindGivesTheSameFiles() throws Exception {
        List<Member> zip = archive(zip("top/a.txt", "top/sub/b.txt"), 0).members();
        assertThat(zip.stream().map(Member::path)).containsExactly("files/data/top/a.txt", "files/data/top/sub/b.txt");
        assertThat(zip.get(0).size()).isEqualTo(9);
        assertThat(zip.get(0).sha256()).isEqualTo(Sha256.of(bytes("top/a.txt")));
        byte[] tar = tar("./top/a.txt", "top/sub/b.txt");
        assertThat(archive(tar, 0).members().stream().map(Member::path))
                .containsExactly("files/data/top/a.txt", "files/data/top/sub/b.txt");
        assertThat(archive(gzip(tar), 1).members().stream().map(Member::path))
                .containsExactly("files/data/a.txt", "files/data/sub/b.txt");
    }

    @Test
    void foldersAreMadeByTheirFiles() throws Exception {
        assertThat(archive(tar("a/", "./", "a/b"), 0).members()).hasSize(1);
        assertThat(archive(zip("a/", "a/b"), 0).members()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/etc/passwd",
                "a\\..\\evil",
                "C:evil",
                "nul\0.txt",
                "sub/NUL",
                "com1.txt",
                "a//b",
                "a/./b",
                "end. ",
                "..",
                "what?",
                "bidi\u202Etxt"
            })
    void namesThatLeadElsewhereAreRefused(String name) throws Exception {
        assertThat(refused(zip("good", name), 0)).doesNotContain("\0", "\u202E");
        assertThat(refused(tar("good", name), 0)).doesNotContain("\0", "\u202E");
        // What a strip would drop is judged all the same.
        refused(tar("x/good", "../evil"), 1);
    }

    @Test
    void absoluteAndClimbingFoldersAreRefused() throws Exception {
        assertThat(refused(tar("a", "/abs/"), 0)).contains("is absolute");
        assertThat(refused(zip("a", "../"), 0)).contains("holds ..");
    }

    @ParameterizedTest
    @CsvSource({
        "a,A,differs from files/data/a in case",
        "a,a,stands twice",
        "a,a/b,needs a folder where the file",
        "a/b,A/c,in case"
    })
    void namesThatMeetAreRefused(String one, String other, String why) throws Exception {
        assertThat(refused(zip(one, other), 0)).contains(why);
        assertThat(refused(tar(one, other), 0)).contains(why);
    }

    @Test
    void aStripDropsNothingInSilence() throws Exception {
        assertThat(refused(zip("top/a", "b"), 1)).contains("b lies above what <strip>1</strip> leaves");
        assertThat(refused(zip("one/a", "two/a"), 1)).contains("stands twice");
    }

    @ParameterizedTest
    @CsvSource({"2,symbolic link", "1,hard link", "3,device", "4,device", "6,pipe", "S,sparse", "V,kind of its own"})
    void whatIsNoPlainFileIsRefusedInATar(char flag, String why) throws Exception {
        assertThat(refused(
                        written(out -> {
                            TarArchiveEntry entry = new TarArchiveEntry("special", (byte) flag);
                            entry.setLinkName("/etc/passwd");
                            out.putArchiveEntry(entry);
                            out.closeArchiveEntry();
                        }),
                        0))
                .contains("special is a", why);
    }

    @Test
    void whatIsNoPlainFileIsRefusedInAZip() throws Exception {
        for (int kind : new int[] {0120777, 0020644, 0010644}) {
            byte[] zip = zipped(out -> {
                ZipArchiveEntry entry = new ZipArchiveEntry("link");
                entry.setUnixMode(kind);
                out.putArchiveEntry(entry);
                out.write(bytes("/etc/passwd"));
                out.closeArchiveEntry();
            });
            assertThat(refused(zip, 0)).contains("link is a ", "only plain files");
        }
    }

    @Test
    void anEncryptedZipIsRefused() throws Exception {
        byte[] zip = zip("secret");
        int directory = indexOf(zip, "PK\1\2");
        zip[directory + 8] |= 1;
        assertThat(refused(zip, 0)).contains("secret is encrypted");
    }

    @Test
    void anotherCompressionIsRefused() throws Exception {
        byte[] zip = zip("a");
        zip[indexOf(zip, "PK\1\2") + 10] = 12;
        assertThat(refused(zip, 0)).contains("is compressed by method 12");
    }

    @Test
    void aDamagedZipIsRefused() throws Exception {
        byte[] zip = zip("a");
        zip[indexOf(zip, "PK\1\2") + 16] ^= 1;
        assertThat(refused(zip, 0)).contains("its CRC is another");
        assertThat(refused(bytes("PK\3\4 and no more"), 0)).contains("damaged");
    }

    @Test
    void bombsAreRefused() throws Exception {
        byte[] zeros = new byte[1 << 20];
        byte[] zip = zipped(out -> {
            out.setLevel(Deflater.BEST_COMPRESSION);
            out.putArchiveEntry(new ZipArchiveEntry("zeros"));
            for (int i = 0; i < 80; i++) {
                out.write(zeros);
            }
            out.closeArchiveEntry();
        });
        assertThat(zip.length).isLessThan(200_000);
        assertThat(refused(zip, 0)).contains("unpacks to more than");
        byte[] tar = written(out -> {
            TarArchiveEntry entry = new TarArchiveEntry("zeros");
            entry.setSize(80L << 20);
            out.putArchiveEntry(entry);
            for (int i = 0; i < 80; i++) {
                out.write(zeros);
            }
            out.closeArchiveEntry();
        });
        assertThat(refused(gzip(tar), 0)).contains("unpacks to more than");
    }

    @Test
    void aHeaderWithoutEndIsRefused() throws Exception {
        byte[] tar = written(out -> {
            TarArchiveEntry entry = new TarArchiveEntry("././@PaxHeader", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
            entry.setSize(8L << 20);
            out.putArchiveEntry(entry);
            out.write(bytes("8388608 comment="));
            out.write(new byte[(8 << 20) - 16]);
            out.closeArchiveEntry();
        });
        assertThat(refused(gzip(tar), 0)).contains("header or an end longer");
    }

    @Test
    void tooManyEntriesAreRefused() throws Exception {
        byte[] zip = zipped(out -> {
            out.setLevel(0);
            for (int i = 0; i <= ArchiveLimits.MOST_ENTRIES; i++) {
                out.putArchiveEntry(new ZipArchiveEntry("f" + i));
                out.closeArchiveEntry();
            }
        });
        assertThat(refused(zip, 0)).contains("more than " + ArchiveLimits.MOST_ENTRIES + " entries");
    }

    @Test
    void otherFormatsAreRefusedWithWhatIsRead() throws Exception {
        assertThat(refused(bytes("7z and more"), 0)).contains("a zip, a tar or a tar.gz");
        assertThat(refused(bytes("BZh91AY"), 0)).contains("a zip, a tar or a tar.gz");
        assertThat(refused(gzip(bytes("no tar")), 0)).contains("gzip file that holds no tar");
        assertThat(refused(new byte[0], 0)).contains("none of these");
        assertThat(refused(zip(), 0)).contains("holds no file");
        byte[] cut = gzip(tar("a"));
        assertThat(refused(Arrays.copyOf(cut, cut.length - 20), 0)).contains("damaged");
    }

    @Test
    void severalFlawsAreToldTogether() throws Exception {
        assertThat(refused(zip("../a", "NUL", "ok", "OK"), 0)).contains("../a holds ..", "NUL holds NUL", "OK differs");
    }

    @Test
    void itsFilesAreSealed() throws Exception {
        Archive archive = archive(gzip(tar("top/a.txt", "top/sub/b.txt")), 1);
        List<Member> members = archive.members();
        List<BundleEntry> entries = new ArrayList<>();
        members.forEach(one -> entries.add(BundleEntry.awaited(
                one.path(), one.size(), one.sha256(), Kind.FILE, "https://x.example/a.tgz", List.of())));
        BundlePlan plan = new BundlePlan("demo", "1", BundleTimestamp.DEFAULT, "/opt/airgap", List.of(), entries);
        Path tar = folder.resolve("b.tar");
        try (BundleWriter writer = BundleWriter.open(plan, tar)) {
            archive.lay(members, writer::slot);
            writer.finish();
        }
        Shell.run(folder, "tar", "-xf", "b.tar");
        assertThat(folder.resolve("files/data/sub/b.txt")).hasContent("top/sub/b.txt");
        Files.write(archive.file(), gzip(tar("top/a.txt", "top/sub/c.txt")));
        try (BundleWriter writer = BundleWriter.open(plan, folder.resolve("c.tar"))) {
            FaultException told = catchThrowableOfType(FaultException.class, () -> archive.lay(members, writer::slot));
            assertThat(told).hasMessageContaining("changed while it was read");
        }
        assertThat(folder.resolve("c.tar")).doesNotExist();
    }

    private String refused(byte[] content, int strip) throws IOException {
        Archive archive = archive(content, strip);
        FaultException told = catchThrowableOfType(FaultException.class, archive::members);
        assertThat(told).as("refusal").isNotNull();
        assertThat(told.faults().get(0).where()).isEqualTo(WHERE);
        return told.getMessage();
    }

    private Archive archive(byte[] content, int strip) throws IOException {
        Path file = Files.write(folder.resolve("archive"), content);
        return new Archive(file, "data", WHERE, "files/data", strip);
    }

    private interface Filling<T> {
        void fill(T out) throws IOException;
    }

    private static byte[] zip(String... names) throws IOException {
        return zipped(out -> {
            for (String name : names) {
                out.putArchiveEntry(new Named(name));
                out.write(name.endsWith("/") ? new byte[0] : bytes(name));
                out.closeArchiveEntry();
            }
        });
    }

    private static byte[] zipped(Filling<ZipArchiveOutputStream> filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            filling.fill(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(String... names) throws IOException {
        return written(out -> {
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setName(name);
                byte[] content = name.endsWith("/") ? new byte[0] : bytes(name);
                entry.setSize(content.length);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        });
    }

    private static byte[] written(Filling<TarArchiveOutputStream> filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            filling.fill(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, String part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(part);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps a name as it is, backslashes and all. */
    private static final class Named extends ZipArchiveEntry {

        private final String name;

        Named(String name) {
            super(name);
            this.name = name;
        }

        @Override
        public String getName() {
            // The constructor of the parent asks before there is one.
            return name == null ? super.getName() : name;
        }

        @Override
        public boolean isDirectory() {
            return getName().endsWith("/");
        }
    }
}
