package dev.airgap.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers float32 tensors and writes them as a safetensors file: a header in JSON, then the numbers. */
final class Safetensors {
    private final Map<String, Object> header = new LinkedHashMap<>();
    private final List<float[]> tensors = new ArrayList<>();
    private long offset;

    Safetensors() {
        header.put("__metadata__", Map.of("format", "pt"));
    }

    Safetensors add(String name, float[] numbers, int... shape) {
        Map<String, Object> entry = new LinkedHashMap<>();
        List<Object> sizes = new ArrayList<>();
        long product = 1;
        for (int size : shape) {
            sizes.add(size);
            product *= size;
        }
        if (product != numbers.length) {
            throw new IllegalArgumentException(name + " has " + numbers.length + " numbers, its shape " + product);
        }
        entry.put("dtype", "F32");
        entry.put("shape", sizes);
        entry.put("data_offsets", List.of(offset, offset + 4L * numbers.length));
        offset += 4L * numbers.length;
        header.put(name, entry);
        tensors.add(numbers);
        return this;
    }

    byte[] bytes() {
        StringBuilder json = new StringBuilder(Json.write(header));
        while ((8 + json.length()) % 8 != 0) {
            json.append(' ');
        }
        byte[] head = json.toString().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(8 + head.length + (int) offset).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(head.length).put(head);
        for (float[] tensor : tensors) {
            for (float number : tensor) {
                out.putFloat(number);
            }
        }
        return out.array();
    }
}
