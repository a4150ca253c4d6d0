package dev.airgap.bundle;

import dev.airgap.fault.FaultException;
import dev.airgap.fuzz.Fuzzed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Lists the parsers of this room that read what strangers wrote. */
public final class BundleParsers {

    private static final String JSON =
            "{ } [ ] , : \" null true 1e999 -1 9223372036854775808 \"path\":\" \"size\": \"sha256\":\" ../ \\ \\u0000 format targets files";

    private BundleParsers() {}

    public static List<Fuzzed> all() throws IOException {
        Path file = Files.createTempFile("fuzz", ".tar");
        try {
            Samples samples = Samples.usual();
            byte[] tar = Files.readAllBytes(samples.seal(file));
            byte[] small = Files.readAllBytes(Tars.of(samples).write(file));
            byte[] manifest = Samples.bytes(Samples.text(samples.plan(), "airgap.json"));
            byte[] sums = Samples.bytes(Samples.text(samples.plan(), "SHA256SUMS"));
            return List.of(
                    Fuzzed.bytes("bundle.manifest", ManifestJson::read, List.of(manifest), JSON),
                    Fuzzed.bytes("bundle.sums", BundleParsers::sums, List.of(sums), "\n   * ../ \\ 0123456789abcdef"),
                    Fuzzed.bytes(
                                    "bundle.tar",
                                    BundleParsers::tar,
                                    List.of(tar, small),
                                    "\0 ustar\00000 0000644 77777777777 ././@LongLink 30 path=../x\n size=9 L x g ../ airgap.json")
                            .refusing(IOException.class),
                    Fuzzed.bytes(
                            "bundle.archive",
                            BundleParsers::archive,
                            List.of(small, gzip(small), zip()),
                            "\0 ustar\00000 0000644 77777777777 ././@LongLink 30 path=../x\n PK\1\2 PK\3\4 PK\5\6 PK\6\6 PK\6\7 \u001f\u008b GNU.sparse.map=0,1"));
        } finally {
            Files.delete(file);
        }
    }

    private static void sums(byte[] input) {
        Sums.read(input, new ArrayList<>());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : List.of("top/", "top/a.txt", "top/sub/b.txt")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.endsWith("/") ? new byte[0] : Samples.bytes(name.repeat(9)));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void archive(byte[] input) throws IOException {
        Path file = Files.createTempFile("fuzz", ".archive");
        try {
            Files.write(file, input);
            for (Archive.Member member : new Archive(file, "x", "", "files/x", 1).members()) {
                if (!PathRules.flaw(member.path()).isEmpty() || !member.path().startsWith("files/x/")) {
                    throw new IllegalStateException("laid at " + member.path());
                }
            }
        } catch (FaultException refused) {
            return;
        } finally {
            Files.delete(file);
        }
    }

    /** Scans header by header, then goes the way of the unpacker as far as anything is laid down. */
    private static void tar(byte[] input) throws IOException {
        Path file = Files.createTempFile("fuzz", ".tar");
        try {
            Files.write(file, input);
            try (FileChannel channel = FileChannel.open(file)) {
                TarScan scan = new TarScan(channel);
                while (scan.next() != null) {
                    if (scan.position() > input.length) {
                        throw new IllegalStateException("beyond the end");
                    }
                }
                scan.endsInZeros();
            } catch (TarScan.Broken refused) {
                // The view says the same in a fault.
            }
            try (TarView view = TarView.open(file)) {
                Audit audit = new Audit(view);
                audit.listing("");
                audit.closure();
                audit.manifest();
            } catch (FaultException refused) {
                return;
            }
        } finally {
            Files.delete(file);
        }
    }
}
