package dev.airgap.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs out of seeds; the same number gives the same input on every machine. */
final class Mutations {

    /** What grows beyond this tells nothing new, and costs time. */
    private static final int LONGEST = 1 << 16;

    private static final byte[] ODD = "\0\t\n\r \"#'(),-./0:;<=>@[\\]_{|}~\u007f".getBytes(StandardCharsets.UTF_8);

    private final List<byte[]> seeds;
    private final List<String> words;

    Mutations(List<byte[]> seeds, List<String> words) {
        this.seeds = seeds;
        this.words = words;
    }

    byte[] input(long number) {
        // Neighbouring seeds of Random give alike first numbers.
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes = change(bytes, random);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] change(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(1 << random.nextInt(9)));
        return switch (random.nextInt(9)) {
            case 0 -> splice(bytes, at, to, new byte[0]);
            case 1 -> splice(bytes, at, at, word(random));
            case 2 -> splice(bytes, at, to, word(random));
            case 3 -> splice(bytes, at, Math.min(at + 1, bytes.length), new byte[] {(byte) random.nextInt()});
            case 4 -> splice(bytes, at, at, repeated(Arrays.copyOfRange(bytes, at, to), random));
            case 5 -> splice(bytes, at, at, repeated(word(random), random));
            case 6 -> splice(bytes, at, to, part(seeds.get(random.nextInt(seeds.size())), random));
            case 7 -> Arrays.copyOf(bytes, at);
            default -> splice(bytes, at, at, new byte[] {ODD[random.nextInt(ODD.length)]});
        };
    }

    private byte[] word(Random random) {
        return words.get(random.nextInt(words.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Repeats a few times, and now and then so often that what is not linear shows. */
    private static byte[] repeated(byte[] part, Random random) {
        int times = random.nextInt(8) == 0 ? 1 + LONGEST / (part.length + 1) : 1 + random.nextInt(9);
        byte[] repeated = new byte[Math.min(LONGEST, part.length * times)];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = part[i % part.length];
        }
        return repeated;
    }

    private static byte[] part(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, from, from + random.nextInt(bytes.length - from + 1));
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        byte[] spliced = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(middle, 0, spliced, from, middle.length);
        System.arraycopy(bytes, to, spliced, from + middle.length, bytes.length - to);
        return spliced;
    }
}
