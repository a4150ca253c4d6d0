package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.fault.Nearest;
import dev.airgap.http.SafeUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows files by the words their loaders have for them: where they are, what they must be, and where the loader looks.
 *
 * @param address of the public server, as the loader spells it
 * @param sha256 64 hex digits, or empty where none is published
 * @param start hex digits that the sha256 must begin with, or empty
 * @param path below {@code files/} in the bundle
 * @param strip how many leading folders of an archive are dropped; empty where the file is laid as it is
 */
public record Preset(String address, String sha256, String start, String path, OptionalInt strip) {

    private static final List<String> KINDS = List.of("nltk", "tesseract", "tiktoken", "torch-hub");

    /** tiktoken 0.14, openai_public.py: the addresses and hashes that it checks by itself. */
    private static final Map<String, List<Preset>> ENCODINGS = new TreeMap<>(Map.of(
            "gpt2",
            List.of(
                    encoding(
                            "gpt-2/encodings/main/vocab.bpe",
                            "1ce1664773c50f3e0cc8842619a93edc4624525b728b188a9e0be33b7726adc5"),
                    encoding(
                            "gpt-2/encodings/main/encoder.json",
                            "196139668be63f3b5d6574427317ae82f612a97c5d1cdaf36ed2256dbf636783")),
            "r50k_base",
            List.of(encoding(
                    "encodings/r50k_base.tiktoken",
                    "306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930")),
            "p50k_base",
            List.of(encoding(
                    "encodings/p50k_base.tiktoken",
                    "94b5ca7dff4d00767bc256fdd1b27e5b17361d7b8a5f968547f9f23eb70d2069")),
            "p50k_edit",
            List.of(encoding(
                    "encodings/p50k_base.tiktoken",
                    "94b5ca7dff4d00767bc256fdd1b27e5b17361d7b8a5f968547f9f23eb70d2069")),
            "cl100k_base",
            List.of(encoding(
                    "encodings/cl100k_base.tiktoken",
                    "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7")),
            "o200k_base",
            List.of(encoding(
                    "encodings/o200k_base.tiktoken",
                    "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d")),
            "o200k_harmony",
            List.of(encoding(
                    "encodings/o200k_base.tiktoken",
                    "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"))));

    /** torch.hub, HASH_REGEX: it compares what stands there with the start of the sha256; eight digits are its custom. */
    private static final Pattern CHECKPOINT =
            Pattern.compile("(?:[a-z0-9_]+/)?([A-Za-z0-9_][A-Za-z0-9_.-]*-([0-9a-f]{8,64})\\.pth)");

    /** Tells whether a word is one of a preset: a name, a colon, and no address. */
    public static boolean is(String word) {
        return word.matches("[A-Za-z0-9_-]+:(?!//).*");
    }

    /**
     * Finds the files of a preset.
     *
     * @param word as written: {@code tiktoken:cl100k_base}
     * @param url of a copy elsewhere, which stands for the public server where it ends in a slash; empty for none
     * @param sha256 as written, or empty
     * @throws FaultException where the word is unknown, or the others don't go with it
     */
    public static List<FileSpec> files(String word, String source, String url, String sha256, String where) {
        List<Preset> presets = of(word, where);
        if (presets.size() > 1 && (!sha256.isEmpty() || !url.isEmpty() && !url.endsWith("/"))) {
            throw new FaultException(Fault.of("The preset " + word + " has " + presets.size() + " files")
                    .at(where)
                    .because("One <url> or <sha256> can't be both of them.")
                    .advise("End <url> in a slash for the folder that has them, and leave <sha256> out: it is known."));
        }
        List<FileSpec> specs = new ArrayList<>();
        for (Preset preset : presets) {
            if (!sha256.isEmpty() && !preset.sha256.isEmpty() && !sha256.equals(preset.sha256)) {
                throw new FaultException(Fault.of("The preset " + word + " has another sha256")
                        .at(where)
                        .because("expected: " + preset.sha256 + "\nactual: " + SafeUrl.printable(sha256))
                        .advise("Leave <sha256> out: its loader takes no other file."));
            }
            String name = preset.address.substring(preset.address.lastIndexOf('/') + 1);
            String address = url.isEmpty() ? preset.address : url.endsWith("/") ? url + name : url;
            specs.add(new FileSpec(
                    source,
                    address,
                    sha256.isEmpty() ? preset.sha256 : sha256,
                    preset.start,
                    preset.path,
                    preset.strip,
                    where));
        }
        return specs;
    }

    private static List<Preset> of(String word, String where) {
        int colon = word.indexOf(':');
        String kind = colon < 0 ? word : word.substring(0, colon);
        String name = word.substring(colon + 1);
        return switch (kind) {
            case "tiktoken" -> encodings(word, where, name);
            case "nltk" -> List.of(nltk(word, where, name));
            case "tesseract" -> List.of(tesseract(word, where, name));
            case "torch-hub" -> List.of(checkpoint(word, where, name));
            default -> throw unknown(word, where, "No such kind of preset is known", "", kind, KINDS);
        };
    }

    private static List<Preset> encodings(String word, String where, String name) {
        List<Preset> files = ENCODINGS.get(name);
        if (files == null) {
            List<String> names = List.copyOf(ENCODINGS.keySet());
            throw unknown(word, where, "tiktoken has no such encoding", "tiktoken", name, names);
        }
        return files;
    }

    /**
     * The zip holds one folder of its own name. Unpacked it serves every version of NLTK: punkt_tab and the taggers of
     * today are read from a folder alone, and what NLTK finds in a zip it finds in a folder as well.
     */
    private static Preset nltk(String word, String where, String name) {
        String place = NltkPackages.place(name);
        if (place == null) {
            throw unknown(word, where, "No such package of nltk_data is known", "nltk", name, NltkPackages.ids());
        }
        return new Preset(PublicServers.NLTK + place + ".zip", "", "", "nltk_data/" + place, OptionalInt.of(1));
    }

    private static Preset tesseract(String word, String where, String name) {
        if (!name.matches("(script/)?[A-Za-z][A-Za-z0-9_]*")) {
            List<String> names = List.of("eng", "deu", "osd");
            throw unknown(word, where, "It is no language of Tesseract", "tesseract", name, names);
        }
        String path = name + ".traineddata";
        return new Preset(PublicServers.TESSDATA + path, "", "", "tessdata/" + path, OptionalInt.empty());
    }

    private static Preset checkpoint(String word, String where, String name) {
        Matcher file = CHECKPOINT.matcher(name);
        if (!file.matches()) {
            List<String> names = List.of("resnet50-0676ba61.pth");
            throw unknown(word, where, "A checkpoint's name ends in the start of its sha256", "torch-hub", name, names);
        }
        String path = "torch/hub/checkpoints/" + file.group(1);
        return new Preset(PublicServers.TORCH_HUB + name, "", file.group(2), path, OptionalInt.empty());
    }

    private static FaultException unknown(
            String word, String where, String why, String kind, String name, List<String> words) {
        List<String> near = Nearest.of(name, words);
        if (near.isEmpty() && !name.isEmpty()) {
            near = words.stream().filter(one -> one.startsWith(name)).limit(3).toList();
        }
        List<String> some = near.isEmpty() ? words.subList(0, Math.min(words.size(), 12)) : near;
        String prefix = kind.isEmpty() ? "" : kind + ":";
        String list = prefix + String.join(", " + prefix, some);
        return new FaultException(Fault.of("The preset " + SafeUrl.printable(word) + " is unknown")
                .at(where)
                .because(why + ".")
                .advise((near.isEmpty() ? "Write one like " + list : "Did you mean " + list + "?")
                        + (near.isEmpty() ? ", or name the file by its <url> and <path>." : "")));
    }

    /** tiktoken, load.py: the cache's names are the SHA-1 of the addresses. */
    private static Preset encoding(String path, String sha256) {
        String address = PublicServers.TIKTOKEN + path;
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(address.getBytes(StandardCharsets.UTF_8));
            return new Preset(address, sha256, "", "tiktoken/" + HexFormat.of().formatHex(sha1), OptionalInt.empty());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
