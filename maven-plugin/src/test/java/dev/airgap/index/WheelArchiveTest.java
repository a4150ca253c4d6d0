package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.python.WheelName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads METADATA out of archives of every kind of crookedness. */
class WheelArchiveTest {

    private static final WheelName DEMO = WheelName.parse("My_Demo-1.0-py3-none-any.whl");
    private static final String INFO = "my_demo-1.0.dist-info/";
    private static final String TEXT = "Metadata-Version: 2.1\nName: my-demo\nVersion: 1.0\n\n" + "words ".repeat(99);

    /** Reads out of memory and refuses to be read beyond its end, as a server does. */
    private record Memory(byte[] bytes) implements Slices {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read(long from, int count) throws IOException {
            if (from < 0 || count < 0 || from + count > bytes.length) {
                throw new IOException("read outside of the file");
            }
            return Arrays.copyOfRange(bytes, (int) from, (int) from + count);
        }
    }

    private static Zip honest() {
        return Zip.of("my_demo/__init__.py", "x = 1\n", INFO + "METADATA", TEXT, INFO + "RECORD", "");
    }

    private static String read(byte[] bytes) throws IOException {
        return new String(WheelArchive.metadata(new Memory(bytes), DEMO), StandardCharsets.UTF_8);
    }

    static Stream<Arguments> good() {
        return Stream.of(
                zip("plain", zip -> {}),
                zip("stored", zip -> zip.stored(1, TEXT.getBytes(StandardCharsets.UTF_8))),
                zip("zip64", zip -> zip.zip64 = true),
                zip("comment", zip -> zip.comment = "a comment".getBytes(StandardCharsets.UTF_8)),
                zip("data descriptor flag", zip -> zip.parts.get(1).flags = 8),
                zip("local extra longer than the directory's", zip -> zip.parts.get(1).localExtra = new byte[500]),
                zip("directory extra", zip -> zip.parts.get(1).extra = new byte[] {9, 9, 0, 0}),
                zip("name in another spelling", zip -> spell(zip, "My.Demo-1.0.dist-info/")),
                zip("many entries", zip -> {
                    for (int i = 0; i < 3000; i++) {
                        zip.add("my_demo/some/long/folder/file" + i + ".py", new byte[0]);
                    }
                }),
                zip("METADATA of others deeper down", zip -> {
                    zip.add("my_demo/_vendor/other-2.0.dist-info/METADATA", TEXT.getBytes(StandardCharsets.UTF_8));
                    zip.add("METADATA", new byte[3]);
                    zip.add(INFO + "sboms/METADATA", new byte[3]);
                    zip.add(INFO, new byte[0]);
                }));
    }

    private static void spell(Zip zip, String folder) {
        for (Zip.Part part : zip.parts) {
            part.name = part.name.replace(INFO, folder);
            part.localName = part.name;
        }
    }

    private static Arguments zip(String what, Consumer<Zip> change) {
        return Arguments.of(what, change, "");
    }

    private static Arguments bad(String what, String why, Consumer<Zip> change) {
        return Arguments.of(what, change, why);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void reads(String what, Consumer<Zip> change, String why) throws IOException {
        Zip zip = honest();
        change.accept(zip);
        assertThat(read(zip.bytes())).isEqualTo(TEXT);
    }

    static Stream<Arguments> bad() {
        byte[] other = "Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                bad("no dist-info", "no .dist-info folder", zip -> spell(zip, "my_demo-1.0/")),
                bad("no METADATA", "has no METADATA", zip -> zip.parts.remove(1)),
                bad(
                        "two METADATA",
                        "more than one my_demo-1.0.dist-info/METADATA",
                        zip -> zip.add(INFO + "METADATA", other)),
                bad(
                        "two dist-infos",
                        "more than one .dist-info folder",
                        zip -> zip.add("x-1.dist-info/METADATA", other)),
                bad(
                        "two dist-infos, one empty",
                        "more than one .dist-info",
                        zip -> zip.add("x-1.dist-info/", new byte[0])),
                bad("another package's", "which is not of my-demo", zip -> spell(zip, "evil-1.0.dist-info/")),
                bad("nameless", "which is not of my-demo", zip -> spell(zip, ".dist-info/")),
                bad("invalid name", "names no package", zip -> spell(zip, "..-1.0.dist-info/")),
                bad("zero in a name", "has a zero", zip -> zip.add(INFO + "METADATA\0x", new byte[0])),
                bad(
                        "backslash behind the folder",
                        "has a backslash",
                        zip -> zip.add(INFO.replace('/', '\\') + "METADATA", new byte[0])),
                bad("another name in the extra field", "has two names", zip -> {
                    byte[] name = "my_demo/other".getBytes(StandardCharsets.US_ASCII);
                    zip.parts.get(1).extra = ByteBuffer.allocate(9 + name.length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putShort((short) 0x7075)
                            .putShort((short) (5 + name.length))
                            .put((byte) 1)
                            .putInt(0)
                            .put(name)
                            .array();
                }),
                bad("encrypted", "encrypted", zip -> zip.parts.get(1).flags = 1),
                bad("other method", "packed by method 14", zip -> zip.parts.get(1).method = 14),
                bad("crc", "is damaged", zip -> zip.parts.get(1).crc++),
                bad("size too small", "does not unpack", zip -> zip.parts.get(1).size--),
                bad("size too great", "does not unpack", zip -> zip.parts.get(1).size++),
                bad("bomb", "more than", zip -> zip.parts.get(1).size = 1 << 30),
                bad("broken deflate", "does not unpack", zip -> Arrays.fill(zip.parts.get(1).packed, (byte) 0xFF)),
                bad("packed length beyond the directory", "outside", zip -> zip.parts.get(1).said = 1 << 20),
                bad("packed length over the next", "overlap", zip -> zip.parts.get(1).said += 10),
                bad("offset into another entry", "overlap", zip -> zip.parts.get(1).offset = 10),
                bad("offset outside", "outside", zip -> zip.parts.get(1).offset = 1 << 20),
                bad("offset of 4 GB", "ZIP64", zip -> zip.parts.get(1).offset = 0xFFFFFFFFL),
                bad("other local name", "disagrees", zip -> zip.parts.get(1).localName = INFO + "METADATB"),
                bad("local extra to the end", "outside", zip -> {
                    zip.parts.remove(2);
                    zip.parts.get(1).localExtra = new byte[3];
                    zip.parts.get(1).packed = new byte[0];
                    zip.parts.get(1).said = 3;
                }),
                bad("more entries said", "malformed", zip -> zip.entries = 4),
                bad("fewer entries said", "more bytes than entries", zip -> zip.entries = 2),
                bad("absurd entries", "does not go with", zip -> {
                    zip.zip64 = true;
                    zip.entries = Integer.MAX_VALUE;
                }),
                bad("directory elsewhere", "does not end where", zip -> zip.directoryShift = -1),
                bad("directory beyond", "does not end where", zip -> zip.directoryShift = 1 << 20),
                bad("gap before the end", "does not end where", zip -> zip.gap = new byte[4]),
                bad("several disks", "several parts", zip -> zip.disk = 1),
                bad("second end in the comment", "two records", zip -> {
                    zip.comment = new byte[22];
                    System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, zip.comment, 0, 4);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refuses(String what, Consumer<Zip> change, String why) {
        Zip zip = honest();
        change.accept(zip);
        assertThatThrownBy(() -> read(zip.bytes()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesWhatIsNoZip() {
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(ArchiveException.class);
        assertThatThrownBy(() -> read("<html>not found</html>".repeat(9).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("no ZIP");
    }

    /** Whatever a byte is changed to, the answer is the true METADATA or a sentence, never another failure. */
    @Test
    void survivesEveryFlippedByte() {
        byte[] whole = honest().bytes();
        Random random = new Random(7);
        for (int i = 0; i < whole.length; i++) {
            for (int change = 0; change < 4; change++) {
                byte[] flipped = whole.clone();
                flipped[i] = (byte) (change == 0 ? 0xFF : change == 1 ? 0 : random.nextInt());
                try {
                    assertThat(read(flipped)).isEqualTo(TEXT);
                } catch (ArchiveException refused) {
                    assertThat(refused).hasMessageNotContaining("null");
                } catch (IOException other) {
                    throw new AssertionError("byte " + i, other);
                }
            }
        }
    }

    @Test
    void survivesEveryCut() {
        byte[] whole = honest().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(ArchiveException.class);
        }
    }
}
