package dev.airgap.bundle;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.FullDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Seals a bundle: writes a plan's tar beside its target while the contents arrive in any order, and moves it there when
 * nothing is missing. Closed before that, it leaves the old bundle as it was and nothing beside it.
 */
public final class BundleWriter implements AutoCloseable {

    private final Path target;
    private final Scratch scratch;
    private final TarLayout layout;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    private BundleWriter(Path target, Scratch scratch, TarLayout layout) {
        this.target = target;
        this.layout = layout;
        this.scratch = scratch;
    }

    /**
     * Begins a tar: lays it out and writes all that is known already.
     *
     * @param target the tar's path; its folder is made where it is missing
     * @throws FaultException where the disk has no room for it or cannot be written
     */
    public static BundleWriter open(BundlePlan plan, Path target) {
        TarLayout layout = new TarLayout(plan);
        try {
            Scratch scratch = Scratch.beside(target);
            BundleWriter writer = new BundleWriter(target, scratch, layout);
            try {
                scratch.requireRoom(layout.size());
                writer.lay();
            } catch (IOException | RuntimeException e) {
                scratch.close();
                throw e;
            }
            return writer;
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /**
     * Finds the slot of an awaited file.
     *
     * @throws IllegalArgumentException where the plan awaits no such file
     */
    public Slot slot(String path) {
        Slot slot = slots.get(path);
        if (slot == null) {
            throw new IllegalArgumentException("The plan awaits no " + path);
        }
        return slot;
    }

    /**
     * Writes the manifest and the checksums anew.
     *
     * @param known this tar's plan, with what became known while the contents arrived
     * @throws IllegalArgumentException where a file of it is at another place
     */
    public void settle(BundlePlan known) {
        TarLayout now = new TarLayout(known);
        if (now.size() != layout.size()) {
            throw new IllegalArgumentException("The plan is another tar's");
        }
        try {
            for (TarLayout.Place place : now.places()) {
                BundleEntry entry = place.entry();
                boolean derived = entry != null && (entry.kind() == Kind.MANIFEST || entry.kind() == Kind.CHECKSUMS);
                if (derived) {
                    if (layout.place(place.name()).content() != place.content()) {
                        throw new IllegalArgumentException("The plan has another place for " + place.name());
                    }
                    write(
                            scratch.channel(),
                            entry.text().orElseThrow().getBytes(StandardCharsets.UTF_8),
                            place.content());
                }
            }
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /**
     * Proves that every slot has exactly its size, and puts the tar in the old one's place. The contents' checksums are the
     * caller's, who computes them while the bytes pass.
     *
     * @return the sealed file's stamp for {@link SealRecord}, taken before anybody else could touch its place
     * @throws FaultException naming every file that is not whole
     */
    public String finish() {
        List<Fault> faults = new ArrayList<>();
        for (Slot slot : slots.values()) {
            long written = slot.written();
            if (written != slot.entry().size()) {
                faults.addAll(slot.wrongSize(written).faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        try {
            String stamp = SealRecord.stamp(scratch.file());
            scratch.moveTo(target);
            scratch.close();
            return stamp;
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Abandons the tar unless it is finished. */
    @Override
    public void close() {
        try {
            scratch.close();
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private void lay() throws IOException {
        FileChannel channel = scratch.channel();
        // The last byte first: the file has its whole length at once, and what nobody writes reads as zeros.
        write(channel, new byte[1], layout.size() - 1);
        for (TarLayout.Place place : layout.places()) {
            write(channel, layout.header(place), place.header());
            BundleEntry entry = place.entry();
            if (entry != null && entry.isAwaited()) {
                slots.put(entry.path(), new Slot(entry, scratch.file().getParent(), channel, place.content()));
            } else if (entry != null) {
                write(channel, entry.text().orElseThrow().getBytes(StandardCharsets.UTF_8), place.content());
            }
        }
    }

    private static void write(FileChannel channel, byte[] bytes, long offset) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, offset + buffer.position());
        }
    }

    private static FaultException failed(Path target, IOException e) {
        Path folder = target.toAbsolutePath().getParent();
        Fault fault = FullDisk.of(e, "the bundle", folder, -1, Scratch.ELSEWHERE)
                .orElseGet(() -> new Fault(
                        "The bundle could not be written",
                        target.toString(),
                        e.getClass().getSimpleName() + ": " + e.getMessage(),
                        "See that the folder can be written."));
        return new FaultException(fault, e);
    }
}
