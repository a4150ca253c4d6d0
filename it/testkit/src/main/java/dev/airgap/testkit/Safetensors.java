package dev.airgap.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers float32 tensors and writes them as a safetensors file: a header in JSON, then the numbers. */
public final class Safetensors {
    private final Map<String, Object> header = new LinkedHashMap<>();
    private final List<float[]> tensors = new ArrayList<>();
    private long offset;

    public Safetensors() {
        header.put("__metadata__", Map.of("format", "pt"));
    }

    /** Makes a file of so many bytes in all, with one tensor; it needs no memory. */
    public static Content ofLength(long length) {
        // The header is filled with blanks to one length, whatever the numbers in it.
        int header = 120;
        long data = length - 8 - header;
        String json = "{\"data\":{\"dtype\":\"U8\",\"shape\":[" + data + "],\"data_offsets\":[0," + data + "]}}";
        return withHeader(json + " ".repeat(header - json.length()), Content.pattern(data));
    }

    /** Puts a header, which may be crooked, in front of data. */
    public static Content withHeader(String json, Content data) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ByteBuffer.allocate(8 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
        return new Content() {
            @Override
            public long length() {
                return head.length + data.length();
            }

            @Override
            public void write(OutputStream out, long from, long count) throws IOException {
                long first = Math.max(0, Math.min(count, head.length - from));
                if (first > 0) {
                    out.write(head, (int) from, (int) first);
                }
                if (count > first) {
                    data.write(out, from + first - head.length, count - first);
                }
            }
        };
    }

    /** Adds a tensor. */
    public Safetensors add(String name, float[] numbers, int... shape) {
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

    /** Gives the whole file. */
    public byte[] bytes() {
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
