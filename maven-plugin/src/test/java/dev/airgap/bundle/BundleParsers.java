package dev.airgap.bundle;

import dev.airgap.fault.FaultException;
import dev.airgap.fuzz.Fuzzed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
                            .refusing(IOException.class));
        } finally {
            Files.delete(file);
        }
    }

    private static void sums(byte[] input) {
        Sums.read(input, new ArrayList<>());
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
