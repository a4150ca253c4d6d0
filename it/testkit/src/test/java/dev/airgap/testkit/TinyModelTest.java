package dev.airgap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TinyModelTest {

    @Test
    void isTheSameEverywhere() {
        Map<String, byte[]> files = TinyModel.files();
        assertThat(Hashes.sha256(files.get("model.safetensors")))
                .isEqualTo("36e86db324ef8eaaabfce8eb6a2adf51c562527c74f5cfc982d02c283c678cda");
        assertThat(Hashes.sha256(files.get("tokenizer.json")))
                .isEqualTo("981bf8d60a5214826186a32aa5d727136407ced388ee41acda79d66a997790ed");
    }

    @Test
    void writesAHeaderThatSafetensorsReads() {
        byte[] weights = TinyModel.files().get("model.safetensors");
        ByteBuffer buffer = ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN);
        int head = (int) buffer.getLong();
        String json = new String(weights, 8, head, StandardCharsets.US_ASCII);
        assertThat(json).startsWith("{\"__metadata__\":{\"format\":\"pt\"}").contains("\"dtype\":\"F32\"");
        assertThat((8 + head) % 8).isZero();
        assertThat(json.strip())
                .endsWith("[" + (weights.length - 8 - head - 4096) + "," + (weights.length - 8 - head) + "]}}");
    }

    @Test
    void comesInFormatsThatABundleLeavesOut() {
        assertThat(TinyModel.filesWithDecoys()).containsKeys("pytorch_model.bin", "onnx/model.onnx", "tf_model.h5");
        assertThat(TinyModel.files()).doesNotContainKey("pytorch_model.bin");
    }
}
