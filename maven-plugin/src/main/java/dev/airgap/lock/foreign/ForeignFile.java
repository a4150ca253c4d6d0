package dev.airgap.lock.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.nio.file.Path;
import java.util.Locale;

/** Knows the locks of other tools by their file names, and reads them. */
public final class ForeignFile {

    private ForeignFile() {}

    /** Tells whether a file of that name is a lock that can be read. */
    public static boolean isLock(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.equals("uv.lock") || name.equals("poetry.lock") || name.equals("pdm.lock") || isPylock(name);
    }

    private static boolean isPylock(String name) {
        // PEP 751, file name.
        return name.matches("pylock(\\.[^.]+)?\\.toml");
    }

    /**
     * Reads a lock.
     *
     * @param shown its name, for people
     * @param text what it holds
     * @param folder absolute, which its paths are relative to
     * @throws FaultException where it is none, or not of a format that is known
     */
    public static ForeignLock read(String shown, String fileName, String text, Path folder, Selection asked) {
        try {
            JsonNode root = new TomlMapper().readTree(text);
            return switch (fileName.toLowerCase(Locale.ROOT)) {
                case "uv.lock" -> UvLock.read(shown, root, folder, asked);
                case "poetry.lock" -> PoetryLock.read(shown, root, folder, asked);
                case "pdm.lock" -> PdmLock.read(shown, root, folder, asked);
                default -> Pylock.read(shown, root, folder, asked);
            };
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new FaultException(
                    Fault.of("The lock is no TOML")
                            .at(line > 0 ? shown + ":" + line : shown)
                            .because(Plain.text(e.getOriginalMessage()))
                            .advise("Restore it, or write it anew with its own tool."),
                    e);
        } catch (UnknownPartException e) {
            throw new FaultException(
                    Fault.of("The lock doesn't have all that is asked of it")
                            .at(shown)
                            .because(Plain.text(e.getMessage()))
                            .advise(
                                    "Name one that it has, or add it to the project and write the lock anew with its own tool."),
                    e);
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of("The lock can't be taken over")
                            .at(shown)
                            .because(Plain.text(e.getMessage()))
                            .advise("Write it anew with its own tool, or name the requirements themselves."),
                    e);
        }
    }
}
