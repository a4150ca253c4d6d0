package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Shows a tar's files: reads the headers alone, then any content at its offset. */
final class TarView extends BundleView {

    private final FileChannel channel;
    private final Map<String, Long> offsets = new HashMap<>();

    private TarView(Path path, FileChannel channel) {
        super("tar", path);
        this.channel = channel;
    }

    static TarView open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            TarView view = new TarView(path, channel);
            view.index();
            return view;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    InputStream open(String file) {
        return new Stretch(channel, offsets.get(file), files().get(file));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void index() throws IOException {
        TarScan scan = new TarScan(channel);
        int count = 0;
        try {
            for (TarScan.Item item = scan.next(); item != null; item = scan.next()) {
                take(item);
                // Folders stand in the tar too, never more of them than files in any sane bundle.
                if (++count > 2 * ManifestJson.MOST_FILES || isHopeless()) {
                    refuse(fault("The tar holds too many entries or faults to go on", ""));
                    return;
                }
            }
            if (!scan.endsInZeros()) {
                refuse(fault("Something stands behind the end of the tar", ""));
            }
        } catch (TarScan.Broken e) {
            refuse(fault(
                    "The tar is damaged, cut off, or no tar at all",
                    "at byte " + scan.position() + ": " + e.getMessage()));
        }
    }

    private void take(TarScan.Item item) {
        String name = item.name();
        boolean folder = item.folder();
        String plain = folder && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        String flaw = PathRules.flaw(plain);
        if (flaw.isEmpty()) {
            flaw = item.flaw();
        }
        if (flaw.isEmpty() && folder && item.size() != 0) {
            flaw = "is a folder with content";
        }
        if (flaw.isEmpty()) {
            // A folder may stand after its files, and its files without it.
            flaw = folder ? meet(plain + "/.") : meet(plain);
        }
        if (!flaw.isEmpty()) {
            refuse(fault("An entry of the tar is refused", PathRules.shown(name) + " " + PathRules.shown(flaw)));
        } else if (!folder) {
            add(plain, item.size());
            offsets.put(plain, item.content());
        }
    }

    private Fault fault(String what, String detail) {
        return new Fault(what, path().toString(), detail, "Get the bundle again from where it was sealed.");
    }

    /** Reads a stretch of a channel without moving its position. */
    private static final class Stretch extends InputStream {

        private final FileChannel channel;
        private long position;
        private long left;

        Stretch(FileChannel channel, long position, long left) {
            this.channel = channel;
            this.position = position;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int wanted = Math.toIntExact(Math.min(length, left));
            int n = channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
            if (n < 0) {
                throw new EOFException("The tar is cut off");
            }
            position += n;
            left -= n;
            return n;
        }
    }
}
