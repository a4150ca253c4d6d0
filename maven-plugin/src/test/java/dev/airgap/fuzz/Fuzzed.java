package dev.airgap.fuzz;

import dev.airgap.fault.FaultException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names a parser that reads what strangers wrote.
 *
 * @param name room and parser, as the command line has it
 * @param seeds inputs that it reads or refuses, as they are met
 * @param words what its language consists of, to be strewn in
 * @param parser reads an input
 * @param refusals what it may throw beside FaultException and IllegalArgumentException
 */
public record Fuzzed(
        String name, List<byte[]> seeds, List<String> words, Parser parser, Set<Class<? extends Exception>> refusals) {

    /** Reads one input; what it gives is not looked at. */
    public interface Parser {
        void read(byte[] input) throws Exception;
    }

    /** Reads one input that is text. */
    public interface TextParser {
        void read(String input) throws Exception;
    }

    /** Names a parser of texts; bytes that are no UTF-8 become what a reader makes of them. */
    public static Fuzzed text(String name, TextParser parser, List<String> seeds, String words) {
        List<byte[]> bytes = new ArrayList<>();
        seeds.forEach(seed -> bytes.add(seed.getBytes(StandardCharsets.UTF_8)));
        return new Fuzzed(
                name,
                bytes,
                List.of(words.split(" ", -1)),
                input -> parser.read(new String(input, StandardCharsets.UTF_8)),
                Set.of());
    }

    /** Names a parser of bytes. */
    public static Fuzzed bytes(String name, Parser parser, List<byte[]> seeds, String words) {
        return new Fuzzed(name, seeds, List.of(words.split(" ", -1)), parser, Set.of());
    }

    /** Lets it throw an exception of its room's own. */
    public Fuzzed refusing(Class<? extends Exception> refusal) {
        return new Fuzzed(name, seeds, words, parser, Set.of(refusal));
    }

    /** Reads an input; throws an AssertionError unless it is read or refused as the rules have it. */
    public void read(byte[] input) {
        try {
            parser.read(input);
        } catch (NumberFormatException | FaultException refused) {
            // A NumberFormatException says "For input string": no sentence for people.
            if (refused instanceof NumberFormatException) {
                throw new AssertionError(name + " lets a number through that is none", refused);
            }
        } catch (Exception other) {
            boolean allowed = other instanceof IllegalArgumentException
                    || refusals.stream().anyMatch(refusal -> refusal.isInstance(other));
            if (!allowed || other.getMessage() == null) {
                throw new AssertionError(name + " fails by " + other, other);
            }
        }
    }
}
