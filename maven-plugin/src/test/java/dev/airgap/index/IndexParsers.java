package dev.airgap.index;

import dev.airgap.fuzz.Fuzzed;
import dev.airgap.http.HeaderReply;
import dev.airgap.python.PackageName;
import dev.airgap.python.WheelName;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Lists the parsers of this room that read what strangers wrote. */
public final class IndexParsers {

    private static final URI PAGE = URI.create("https://index.example/simple/demo/");
    private static final PackageName DEMO = PackageName.of("demo");
    private static final String HASH = "0123456789abcdef".repeat(4);

    private interface PageReader {
        ProjectStatus read(InputStream in, URI url, ApiVersion version, Consumer<Link> files) throws IOException;
    }

    private IndexParsers() {}

    public static List<Fuzzed> all() throws IOException {
        return List.of(
                Fuzzed.bytes(
                                "index.html",
                                input -> page(input, HtmlPage::read),
                                html(),
                                "<a href=\" <a href=' </a> <!-- --> <base href=\" <meta name=\"pypi:repository-version\" content=\"1.4\"> data-yanked=\" data-requires-python=\"&gt;=3 data-core-metadata=\" # sha256= &amp; &#0; &#x110000; &lt; <![CDATA[ <script> </script> .whl demo-1.0-py3-none-any.whl ../ // \\ %2F %00 https:// javascript:")
                        .refusing(IOException.class),
                Fuzzed.bytes(
                                "index.json",
                                input -> page(input, JsonPage::read),
                                json(),
                                "{ } [ ] , : \" null true 1e999 -1 9223372036854775808 \"meta\": \"api-version\":\"1.4\" \"files\":[ \"filename\":\" \"url\":\" \"hashes\":{ \"sha256\": \"yanked\": \"core-metadata\": \"size\": \"upload-time\": \"requires-python\": \"versions\": \"project-status\": \"tracks\": \"alternate-locations\": \\u0000 \\ud800")
                        .refusing(IOException.class),
                Fuzzed.bytes(
                                "index.zip",
                                IndexParsers::archive,
                                zips(),
                                "PK\u0001\u0002 PK\u0003\u0004 PK\u0005\u0006 PK\u0006\u0006 PK\u0006\u0007 .dist-info/METADATA .. / \0 \0\0\0\0")
                        .refusing(ArchiveException.class),
                Fuzzed.bytes(
                        "index.cache", IndexParsers::cache, List.of(cached()), "\0 \0\0\0\0 \u0001 \u007f AGX\u0002"),
                Fuzzed.bytes(
                        "index.headers",
                        IndexParsers::headers,
                        List.of(bytes("Name: demo\nRequires-Dist: a\n b\nX: y\nVersion: 1\n\ntext")),
                        "Name: Requires-Dist: \n \r \t"),
                Fuzzed.text(
                        "index.content-range",
                        text -> ContentRange.of(HeaderReply.always(text)),
                        List.of("bytes 0-99/100", "bytes 5-9/*"),
                        "bytes - / * 0 99999999999999999999 -1"),
                Fuzzed.text(
                        "index.cache-control",
                        text -> Validity.of(HeaderReply.always(text), 1_000_000),
                        List.of("max-age=600, public", "no-cache", "Sat, 21 Nov 2026 12:00:00 GMT"),
                        "max-age= , s-maxage -1 99999999999999999999 no-store \" ="));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> html() {
        return List.of(
                bytes(
                        "<!DOCTYPE html><html><head><meta name=\"pypi:repository-version\" content=\"1.4\"><base href=\"https://files.example/x/\"></head><body>\n"
                                + "<a href=\"demo-1.0-py3-none-any.whl#sha256=" + HASH
                                + "\" data-requires-python=\"&gt;=3.8\" data-core-metadata=\"sha256=" + HASH
                                + "\">demo-1.0</a><br/>\n"
                                + "<a href='../../demo-2.0.tar.gz' data-yanked='bad &amp; broken'>demo</a><!-- c --><a href=demo-1.1-cp311-cp311-manylinux_2_17_x86_64.whl>x</a></body></html>"),
                bytes(
                        "<meta name='pypi:project-status' content='archived'><meta name='pypi:tracks' content='https://pypi.org/simple/demo/'><a href=\"https://x/demo-1!3.0rc1-1build-py2.py3-none-any.whl\" data-upload-time=\"2024-01-01T00:00:00Z\">y</a>"));
    }

    private static List<byte[]> json() {
        return List.of(
                bytes(
                        "{\"meta\":{\"api-version\":\"1.4\",\"tracks\":[\"https://pypi.org/simple/demo/\"],\"project-status\":{\"status\":\"archived\",\"reason\":\"old\"}},\"name\":\"demo\",\"versions\":[\"1.0\"],\"files\":[{\"filename\":\"demo-1.0-py3-none-any.whl\",\"url\":\"https://x/demo-1.0-py3-none-any.whl\",\"hashes\":{\"sha256\":\""
                                + HASH
                                + "\"},\"requires-python\":\">=3.8\",\"yanked\":\"why\",\"core-metadata\":{\"sha256\":\""
                                + HASH
                                + "\"},\"size\":1234,\"upload-time\":\"2024-01-01T00:00:00.000000Z\"},{\"filename\":\"demo-1.0.tar.gz\",\"url\":\"../demo-1.0.tar.gz\",\"hashes\":{},\"yanked\":false}]}"));
    }

    private static List<byte[]> zips() {
        Zip plain = Zip.of(
                "demo/__init__.py",
                "x = 1\n",
                "demo-1.0.dist-info/METADATA",
                "Name: demo\nVersion: 1.0\n",
                "demo-1.0.dist-info/RECORD",
                "");
        Zip wide = Zip.of("demo-1.0.dist-info/METADATA", "Name: demo\nVersion: 1.0\n");
        wide.zip64 = true;
        Zip said = Zip.of("demo-1.0.dist-info/METADATA", "Name: demo\nVersion: 1.0\n");
        said.comment = bytes("a comment");
        return List.of(plain.bytes(), wide.bytes(), said.bytes());
    }

    private static void page(byte[] input, PageReader reader) throws IOException {
        PageWriter writer = new PageWriter(DEMO);
        ApiVersion version = new ApiVersion(IndexSource.simple("pypi", PAGE));
        writer.status(reader.read(new ByteArrayInputStream(input), PAGE, version, writer::add));
        walk(CachedReleases.of(DEMO, "pypi", writer.finish(new Validity(0, 1, "", "")), () -> null));
    }

    /** Asks for all there is: the cached form is read only when asked for. */
    private static void walk(Releases releases) {
        for (int position = 0; position < releases.size(); position++) {
            if (releases.position(releases.version(position)) != position) {
                throw new IllegalStateException("a release is not found again");
            }
            releases.hasSdist(position);
            for (WheelFile wheel : releases.wheels(position)) {
                if (wheel.address().chars().anyMatch(c -> c < ' ')
                        || wheel.name().fileName().indexOf('/') >= 0) {
                    throw new IllegalStateException("an address or name that no line may have");
                }
                wheel.requiresPython();
            }
        }
    }

    /** Refuses to be read beyond its end, as a server does; what the solver reads is bounded by what was sent. */
    private static void archive(byte[] input) throws IOException {
        WheelArchive.metadata(
                new Slices() {
                    @Override
                    public long size() {
                        return input.length;
                    }

                    @Override
                    public byte[] read(long from, int count) {
                        if (from < 0 || count < 0 || from + count > input.length) {
                            throw new IllegalStateException("read outside of the file: " + from + "+" + count);
                        }
                        return Arrays.copyOfRange(input, (int) from, (int) from + count);
                    }
                },
                WheelName.parse("demo-1.0-py3-none-any.whl"));
    }

    private static byte[] cached() throws IOException {
        Path file = Files.createTempFile("fuzz", ".page");
        try {
            CacheFile.write(file, bytes("head of a page"), bytes("body of a page, some words long"));
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void cache(byte[] input) {
        try {
            Path file = Files.createTempFile("fuzz", ".page");
            try {
                Files.write(file, input);
                CacheFile.read(file);
                CacheFile.readHead(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void headers(byte[] input) {
        if (HeaderLines.of(input).length > input.length + 1) {
            throw new IllegalStateException("more was kept than there was");
        }
    }
}
