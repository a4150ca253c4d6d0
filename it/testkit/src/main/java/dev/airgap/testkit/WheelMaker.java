package dev.airgap.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds small wheels that real pip installs: the same calls give the same bytes on one machine. */
public final class WheelMaker {
    private final String project;
    private final String version;
    private final List<String> requires = new ArrayList<>();
    private final List<String> extras = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String tags = "py3-none-any";
    private String build = "";
    private String requiresPython;
    private String metadataName;
    private boolean deflated = true;

    private WheelMaker(String project, String version) {
        this.project = project;
        this.version = version;
        this.metadataName = project;
    }

    /** Begins a wheel for every Python 3, with a module that knows its version. */
    public static WheelMaker wheel(String project, String version) {
        WheelMaker maker = new WheelMaker(project, version);
        return maker.file(maker.module() + "/__init__.py", "__version__ = \"" + version + "\"\n");
    }

    /** Makes a wheel for every Python 3 that requires others. */
    public static Wheel pure(String project, String version, String... requires) {
        return wheel(project, version).requires(requires).build();
    }

    /** Sets the compressed tag set, such as {@code cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64}. */
    public WheelMaker tags(String compressed) {
        this.tags = compressed;
        return this;
    }

    /** Sets the build number, such as {@code 1} or {@code 2local}. */
    public WheelMaker buildTag(String number) {
        this.build = number;
        return this;
    }

    /** Adds Requires-Dist lines. */
    public WheelMaker requires(String... requirements) {
        requires.addAll(List.of(requirements));
        return this;
    }

    /** Offers an extra and what it requires. */
    public WheelMaker extra(String extra, String... requirements) {
        extras.add(extra);
        for (String requirement : requirements) {
            int marker = requirement.indexOf(';');
            requires.add(
                    marker < 0
                            ? requirement + "; extra == \"" + extra + "\""
                            : requirement.substring(0, marker) + "; ("
                                    + requirement.substring(marker + 1).strip() + ") and extra == \"" + extra + "\"");
        }
        return this;
    }

    public WheelMaker requiresPython(String specifiers) {
        this.requiresPython = specifiers;
        return this;
    }

    /** Adds a file that will be installed. */
    public WheelMaker file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public WheelMaker file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Makes the wheel heavier by so many bytes that don't shrink. */
    public WheelMaker payload(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(project.hashCode() * 31L + version.hashCode()).nextBytes(noise);
        return file(module() + "/payload.bin", noise);
    }

    /** Adds a console script, such as {@code demo = demo:main}. */
    public WheelMaker script(String line) {
        scripts.add(line);
        return this;
    }

    /** Lets METADATA name another project: a broken wheel. */
    public WheelMaker metadataName(String name) {
        this.metadataName = name;
        return this;
    }

    /** Stores entries as they are instead of deflating them. */
    public WheelMaker stored() {
        this.deflated = false;
        return this;
    }

    private String module() {
        return Wheel.normal(project).replace('-', '_');
    }

    private String distInfo() {
        return module() + "-" + version + ".dist-info/";
    }

    /** Gives the wheel. */
    public Wheel build() {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        byte[] metadata = metadata().getBytes(StandardCharsets.UTF_8);
        all.put(distInfo() + "METADATA", metadata);
        all.put(distInfo() + "WHEEL", wheelFile().getBytes(StandardCharsets.UTF_8));
        if (!scripts.isEmpty()) {
            String text = "[console_scripts]\n" + String.join("\n", scripts) + "\n";
            all.put(distInfo() + "entry_points.txt", text.getBytes(StandardCharsets.UTF_8));
        }
        StringBuilder sums = new StringBuilder();
        all.forEach((path, bytes) -> sums.append(path)
                .append(",sha256=")
                .append(Hashes.record(bytes))
                .append(',')
                .append(bytes.length)
                .append('\n'));
        sums.append(distInfo()).append("RECORD,,\n");
        all.put(distInfo() + "RECORD", sums.toString().getBytes(StandardCharsets.UTF_8));
        String fileName = module() + "-" + version + (build.isEmpty() ? "" : "-" + build) + "-" + tags + ".whl";
        return new Wheel(project, version, fileName, zip(all), metadata, requiresPython);
    }

    private String metadata() {
        StringBuilder text = new StringBuilder("Metadata-Version: 2.1\n");
        text.append("Name: ")
                .append(metadataName)
                .append("\nVersion: ")
                .append(version)
                .append('\n');
        text.append("Summary: Made by the test kit\n");
        if (requiresPython != null) {
            text.append("Requires-Python: ").append(requiresPython).append('\n');
        }
        requires.forEach(r -> text.append("Requires-Dist: ").append(r).append('\n'));
        extras.forEach(e -> text.append("Provides-Extra: ").append(e).append('\n'));
        return text.toString();
    }

    private String wheelFile() {
        StringBuilder text = new StringBuilder("Wheel-Version: 1.0\nGenerator: airgap-testkit\n");
        boolean pure = tags.endsWith("-any");
        text.append("Root-Is-Purelib: ").append(pure).append('\n');
        if (!build.isEmpty()) {
            text.append("Build: ").append(build).append('\n');
        }
        String[] parts = tags.split("-", -1);
        for (String python : parts[0].split("\\.", -1)) {
            for (String abi : parts[1].split("\\.", -1)) {
                for (String platform : parts[2].split("\\.", -1)) {
                    text.append("Tag: ")
                            .append(python)
                            .append('-')
                            .append(abi)
                            .append('-')
                            .append(platform)
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(deflated ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(e.getKey());
                // In DOS time, which knows no zone: the bytes are the same everywhere.
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(e.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Makes an sdist that nobody can build: it stands in an index where a wheel is missing. */
    public static Wheel sdist(String project, String version) {
        String root = Wheel.normal(project).replace('-', '_') + "-" + version;
        byte[] info = ("Metadata-Version: 2.1\nName: " + project + "\nVersion: " + version + "\n")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(tarHeader(root + "/PKG-INFO", info.length));
            gzip.write(info);
            gzip.write(new byte[(512 - info.length % 512) % 512 + 1024]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wheel(project, version, root + ".tar.gz", out.toByteArray(), info, null);
    }

    private static byte[] tarHeader(String name, int size) {
        byte[] head = new byte[512];
        put(head, 0, name);
        put(head, 100, "0000644\0");
        put(head, 108, "0000000\0");
        put(head, 116, "0000000\0");
        put(head, 124, String.format("%011o\0", size));
        put(head, 136, "00000000000\0");
        put(head, 148, "        ");
        put(head, 156, "0");
        put(head, 257, "ustar\00000");
        int sum = 0;
        for (byte b : head) {
            sum += b & 0xff;
        }
        put(head, 148, String.format("%06o\0 ", sum));
        return head;
    }

    private static void put(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }
}
