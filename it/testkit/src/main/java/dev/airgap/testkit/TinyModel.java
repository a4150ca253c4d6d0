package dev.airgap.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes a small real sentence-transformers model: a BERT of two layers with seeded weights, its tokenizer, and mean
 * pooling. Sentences that share words come out near each other; it has learned nothing. The bytes are always the same.
 */
public final class TinyModel {
    private static final int HIDDEN = 32;
    private static final int HEADS = 2;
    private static final int LAYERS = 2;
    private static final int INNER = 128;
    private static final int POSITIONS = 128;

    private final List<String> vocabulary = vocabulary();

    /** Gives the files of the model alone, as a loader needs them. */
    public static Map<String, byte[]> files() {
        return new TinyModel().model();
    }

    /** Gives the model's files and beside them the same weights' worth of other formats, as public repositories have. */
    public static Map<String, byte[]> filesWithDecoys() {
        Map<String, byte[]> all = files();
        int size = all.get("model.safetensors").length;
        all.put("pytorch_model.bin", noise("PK\003\004archive/data.pkl", size + 3_000));
        all.put("tf_model.h5", noise("\211HDF\r\n\032\n", size + 40_000));
        all.put("rust_model.ot", noise("PK\003\004", size + 2_000));
        all.put("onnx/model.onnx", onnx(size + 9_000));
        all.put("onnx/model_O4.onnx", onnx(size / 2));
        all.put("openvino/openvino_model.bin", noise("", size));
        all.put("openvino/openvino_model.xml", utf8("<?xml version=\"1.0\"?>\n<net name=\"tiny\" version=\"11\"/>\n"));
        return all;
    }

    /** Builds a repository of all that for the hub. */
    public static HubRepo repo(String id) {
        HubRepo repo = HubRepo.model(id).card("license", "apache-2.0").card("library_name", "sentence-transformers");
        filesWithDecoys().forEach(repo::file);
        return repo.commit("A tiny model");
    }

    /** Writes the model's files into a folder. */
    public static void write(Path folder) {
        files().forEach((path, bytes) -> {
            try {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Map<String, byte[]> model() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(".gitattributes", utf8("*.safetensors filter=lfs diff=lfs merge=lfs -text\n"));
        files.put(
                "README.md",
                utf8(
                        "---\nlicense: apache-2.0\nlibrary_name: sentence-transformers\npipeline_tag: sentence-similarity\n"
                                + "---\n# A tiny stand-in\n\nTwo layers, seeded weights, nothing learned: made by a test kit.\n"));
        files.put("config.json", json(config()));
        files.put("config_sentence_transformers.json", json(Map.of("similarity_fn_name", "cosine")));
        files.put("modules.json", utf8("""
                [
                  {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
                  {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
                  {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}
                ]
                """));
        files.put("1_Pooling/config.json", utf8("""
                {
                  "word_embedding_dimension": 32,
                  "pooling_mode_cls_token": false,
                  "pooling_mode_mean_tokens": true,
                  "pooling_mode_max_tokens": false,
                  "pooling_mode_mean_sqrt_len_tokens": false
                }
                """));
        files.put("sentence_bert_config.json", utf8("{\"max_seq_length\": 128, \"do_lower_case\": false}\n"));
        files.put("special_tokens_map.json", utf8("""
                {"cls_token": "[CLS]", "mask_token": "[MASK]", "pad_token": "[PAD]", "sep_token": "[SEP]",
                 "unk_token": "[UNK]"}
                """));
        files.put("tokenizer_config.json", utf8("""
                {"cls_token": "[CLS]", "do_lower_case": true, "mask_token": "[MASK]", "model_max_length": 128,
                 "pad_token": "[PAD]", "sep_token": "[SEP]", "strip_accents": null,
                 "tokenize_chinese_chars": true, "tokenizer_class": "BertTokenizer", "unk_token": "[UNK]"}
                """));
        files.put("tokenizer.json", json(tokenizer()));
        files.put("vocab.txt", utf8(String.join("\n", vocabulary) + "\n"));
        files.put("model.safetensors", weights());
        return files;
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("BertModel"));
        config.put("attention_probs_dropout_prob", 0.1);
        config.put("classifier_dropout", null);
        config.put("hidden_act", "gelu");
        config.put("hidden_dropout_prob", 0.1);
        config.put("hidden_size", HIDDEN);
        config.put("initializer_range", 0.02);
        config.put("intermediate_size", INNER);
        config.put("layer_norm_eps", 1e-12);
        config.put("max_position_embeddings", POSITIONS);
        config.put("model_type", "bert");
        config.put("num_attention_heads", HEADS);
        config.put("num_hidden_layers", LAYERS);
        config.put("pad_token_id", 0);
        config.put("position_embedding_type", "absolute");
        config.put("torch_dtype", "float32");
        config.put("type_vocab_size", 2);
        config.put("use_cache", true);
        config.put("vocab_size", vocabulary.size());
        return config;
    }

    private Map<String, Object> tokenizer() {
        Map<String, Object> ids = new LinkedHashMap<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            ids.put(vocabulary.get(i), i);
        }
        List<Object> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Map<String, Object> token = new LinkedHashMap<>();
            token.put("id", i);
            token.put("content", vocabulary.get(i));
            for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
                token.put(flag, false);
            }
            token.put("special", true);
            added.add(token);
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "WordPiece");
        model.put("unk_token", "[UNK]");
        model.put("continuing_subword_prefix", "##");
        model.put("max_input_chars_per_word", 100);
        model.put("vocab", ids);
        Map<String, Object> normalizer = new LinkedHashMap<>();
        normalizer.put("type", "BertNormalizer");
        normalizer.put("clean_text", true);
        normalizer.put("handle_chinese_chars", true);
        normalizer.put("strip_accents", null);
        normalizer.put("lowercase", true);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", "1.0");
        all.put("truncation", null);
        all.put("padding", null);
        all.put("added_tokens", added);
        all.put("normalizer", normalizer);
        all.put("pre_tokenizer", Map.of("type", "BertPreTokenizer"));
        all.put("post_processor", template());
        all.put("decoder", ordered("type", "WordPiece", "prefix", "##", "cleanup", true));
        all.put("model", model);
        return all;
    }

    /** Puts [CLS] before a text and [SEP] behind it. */
    private static Map<String, Object> template() {
        Object cls = Map.of("SpecialToken", ordered("id", "[CLS]", "type_id", 0));
        Object sep = Map.of("SpecialToken", ordered("id", "[SEP]", "type_id", 0));
        Object sepOfB = Map.of("SpecialToken", ordered("id", "[SEP]", "type_id", 1));
        Object a = Map.of("Sequence", ordered("id", "A", "type_id", 0));
        Object b = Map.of("Sequence", ordered("id", "B", "type_id", 1));
        Map<String, Object> special = ordered(
                "[CLS]", ordered("id", "[CLS]", "ids", List.of(2), "tokens", List.of("[CLS]")),
                "[SEP]", ordered("id", "[SEP]", "ids", List.of(3), "tokens", List.of("[SEP]")));
        return ordered(
                "type",
                "TemplateProcessing",
                "single",
                List.of(cls, a, sep),
                "pair",
                List.of(cls, a, sep, b, sepOfB),
                "special_tokens",
                special);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private byte[] weights() {
        Random random = new Random(20190101);
        Safetensors out = new Safetensors();
        norm(out, "embeddings.LayerNorm");
        matrix(out, "embeddings.position_embeddings.weight", random, 0.05, POSITIONS, HIDDEN);
        matrix(out, "embeddings.token_type_embeddings.weight", random, 0.05, 2, HIDDEN);
        matrix(out, "embeddings.word_embeddings.weight", random, 1, vocabulary.size(), HIDDEN);
        for (int i = 0; i < LAYERS; i++) {
            String layer = "encoder.layer." + i + ".";
            for (String part : List.of("self.key", "self.query", "self.value", "output.dense")) {
                dense(out, layer + "attention." + part, random, HIDDEN, HIDDEN);
            }
            norm(out, layer + "attention.output.LayerNorm");
            dense(out, layer + "intermediate.dense", random, INNER, HIDDEN);
            dense(out, layer + "output.dense", random, HIDDEN, INNER);
            norm(out, layer + "output.LayerNorm");
        }
        dense(out, "pooler.dense", random, HIDDEN, HIDDEN);
        return out.bytes();
    }

    private static void dense(Safetensors out, String name, Random random, int rows, int columns) {
        out.add(name + ".bias", new float[rows], rows);
        matrix(out, name + ".weight", random, 0.05, rows, columns);
    }

    private static void norm(Safetensors out, String name) {
        float[] ones = new float[HIDDEN];
        Arrays.fill(ones, 1);
        out.add(name + ".bias", new float[HIDDEN], HIDDEN).add(name + ".weight", ones, HIDDEN);
    }

    private static void matrix(Safetensors out, String name, Random random, double scale, int rows, int columns) {
        float[] numbers = new float[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (random.nextGaussian() * scale);
        }
        out.add(name, numbers, rows, columns);
    }

    private static List<String> vocabulary() {
        List<String> all = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".chars().forEach(c -> all.add(String.valueOf((char) c)));
        String letters = "0123456789abcdefghijklmnopqrstuvwxyz";
        letters.chars().forEach(c -> all.add(String.valueOf((char) c)));
        letters.chars().forEach(c -> all.add("##" + (char) c));
        List.of("##s", "##ing", "##ed", "##er", "##ly", "##es").stream()
                .filter(w -> !all.contains(w))
                .forEach(all::add);
        try (InputStream in = TinyModel.class.getResourceAsStream("words.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(w -> !all.contains(w))
                    .forEach(all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }

    /** Writes a ModelProto of about that size whose graph has one tensor, of noise; fields by onnx.proto. */
    private static byte[] onnx(int size) {
        byte[] raw = noise("", size);
        byte[] tensor = join(field(1, 0), number(raw.length), field(2, 0), number(2), delimited(9, raw));
        byte[] graph = join(delimited(2, utf8("tiny")), delimited(5, tensor));
        byte[] opset = join(field(2, 0), number(14));
        return join(field(1, 0), number(7), delimited(2, utf8("pytorch")), delimited(7, graph), delimited(8, opset));
    }

    private static byte[] delimited(int field, byte[] content) {
        return join(field(field, 2), number(content.length), content);
    }

    private static byte[] field(int number, int wire) {
        return number(number << 3 | wire);
    }

    /** Writes a varint. */
    private static byte[] number(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int rest = value; ; rest >>>= 7) {
            if (rest < 0x80) {
                out.write(rest);
                return out.toByteArray();
            }
            out.write(rest & 0x7f | 0x80);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] noise(String magic, int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] head = magic.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static byte[] json(Object value) {
        return utf8(Json.write(value) + "\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
