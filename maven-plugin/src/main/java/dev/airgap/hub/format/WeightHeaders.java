package dev.airgap.hub.format;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.Names;
import dev.airgap.hub.WeightFormat;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads what weight files say of themselves, and what they are by their content. Of a file no more than its header is
 * read; memory is bounded whatever the file says.
 */
public final class WeightHeaders {

    private static final String AGAIN =
            "fetch the file again; where its sha256 is the one its maker gives, it is the maker's to mend";

    private interface Reader<T> {
        T read(FileBytes file) throws IOException;
    }

    private WeightHeaders() {}

    /**
     * Tells what a file is by its content.
     *
     * @return never null; its format is null where nothing is recognised
     * @throws FaultException where it is no regular file
     * @throws IOException where it can't be read
     */
    public static WeightKind kind(Path file) throws IOException {
        return open(file, "file", name(file), Content::kind);
    }

    /**
     * Reads the header of a file of whatever kind it is; of other than safetensors, GGUF and ONNX the kind alone.
     *
     * @throws FaultException where the header is damaged, hostile or doesn't describe the file
     * @throws IOException where it can't be read
     */
    public static WeightHeader read(Path file) throws IOException {
        return read(file, null);
    }

    /**
     * Reads the header of a file whose name promises a format, as a loader goes by it. A name that promises
     * safetensors, GGUF or ONNX is held to it; any that promises data alone is refused where it can run code. One that
     * promises a pickle leads to a loader that runs code, whatever the content looks like, and the kind says so.
     *
     * @param named null where the name promises nothing
     * @throws FaultException where the header is damaged, hostile or doesn't describe the file, or the file is another
     *     than its name promises
     * @throws IOException where it can't be read
     */
    public static WeightHeader read(Path file, WeightFormat named) throws IOException {
        return read(file, named, name(file));
    }

    /**
     * Reads a header as {@link #read(Path, WeightFormat)} does, of a file that lies under another name.
     *
     * @param label what faults call it
     * @throws FaultException where the header is damaged, hostile or doesn't describe the file, or the file is another
     *     than its name promises
     * @throws IOException where it can't be read
     */
    public static WeightHeader read(Path file, WeightFormat named, String label) throws IOException {
        WeightKind kind = open(file, "file", label, Content::kind);
        if (named != null && kind.format() != named) {
            boolean wrong = isRead(named) && kind.format() != null || !named.canRunCode() && kind.runsCode();
            if (wrong) {
                throw new FaultException(another(file, named, kind, label));
            }
        }
        WeightFormat format = kind.format() == null && named != null && isRead(named) ? named : kind.format();
        WeightHeader header = format == null || !isRead(format)
                ? WeightHeader.of(kind)
                : open(file, format.id() + " file", label, bytes -> header(bytes, format));
        return named == null || !named.canRunCode() || header.kind().runsCode() ? header : runs(header, named);
    }

    /**
     * Reads the index of a model in several files, {@code model.safetensors.index.json} and its like.
     *
     * @throws FaultException where it is damaged, or names what is no path below its folder
     * @throws IOException where it can't be read
     */
    public static ShardIndex shards(Path index) throws IOException {
        return shards(index, name(index));
    }

    /**
     * Reads an index as {@link #shards(Path)} does, of a file that lies under another name.
     *
     * @param label what faults call it
     * @throws FaultException where it is damaged, or names what is no path below its folder
     * @throws IOException where it can't be read
     */
    public static ShardIndex shards(Path index, String label) throws IOException {
        return open(index, "index of weights", label, ShardIndex::read);
    }

    private static boolean isRead(WeightFormat format) {
        return format == WeightFormat.SAFETENSORS || format == WeightFormat.GGUF || format == WeightFormat.ONNX;
    }

    private static WeightHeader header(FileBytes file, WeightFormat format) throws IOException {
        if (Content.isPointer(file)) {
            throw new HeaderException("it is a note of Git LFS in place of the file, which was not fetched");
        }
        return switch (format) {
            case SAFETENSORS -> SafetensorsHeader.read(file);
            case GGUF -> GgufHeader.read(file);
            default -> OnnxHeader.read(file);
        };
    }

    private static WeightHeader runs(WeightHeader header, WeightFormat named) {
        WeightKind kind = new WeightKind(
                header.kind().format(),
                true,
                header.kind().unopened(),
                header.kind().why() + ", but its name leads to a loader of " + named.id() + ", which can run code");
        return new WeightHeader(kind, header.parameters(), header.dtypes(), header.facts(), header.external());
    }

    private static <T> T open(Path file, String what, String label, Reader<T> reader) throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            return reader.read(bytes);
        } catch (HeaderException wrong) {
            throw new FaultException(
                    new Fault(
                            "The " + what + " " + label + " can't be used: " + wrong.getMessage(),
                            file.toString(),
                            "",
                            AGAIN),
                    wrong);
        }
    }

    private static Fault another(Path file, WeightFormat named, WeightKind kind, String label) {
        String is = kind.format() == null ? kind.why() : kind.shown() + " (" + kind.why() + ")";
        String danger = kind.runsCode()
                ? "leave it out, or ask its maker: a file under a name that is not its own may be an attack"
                : "ask its maker for the file in the format that its name promises";
        return new Fault(
                "The file " + label + " is not what its name promises",
                file.toString(),
                "by its name: " + named.id() + "\nby its content: " + is,
                danger);
    }

    private static String name(Path file) {
        return Names.shown(String.valueOf(file.getFileName()));
    }
}
