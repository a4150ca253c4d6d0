package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the scanner against jsoup, which parses HTML by the whole book. */
class HtmlScannerTest {

    private static final List<String> ASKED = List.of(
            "href",
            "data-requires-python",
            "data-yanked",
            "data-core-metadata",
            "data-dist-info-metadata",
            "name",
            "x");

    /** Trickles bytes, so that every tag is cut somewhere. */
    private static final class Trickle extends InputStream {
        private final byte[] bytes;
        private final int step;
        private int at;

        Trickle(byte[] bytes, int step) {
            this.bytes = bytes;
            this.step = step;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = Math.min(Math.min(step, length), bytes.length - at);
            if (count <= 0) {
                return -1;
            }
            System.arraycopy(bytes, at, into, from, count);
            at += count;
            return count;
        }
    }

    private static List<String> scanned(String page, int step) throws IOException {
        HtmlScanner scanner = new HtmlScanner(new Trickle(page.getBytes(StandardCharsets.UTF_8), step));
        List<String> found = new ArrayList<>();
        for (String tag = scanner.next(); tag != null; tag = scanner.next()) {
            StringBuilder line = new StringBuilder(tag);
            for (String name : ASKED) {
                line.append('|').append(scanner.attribute(name));
            }
            found.add(line.toString());
        }
        return found;
    }

    private static List<String> parsed(String page) {
        List<String> found = new ArrayList<>();
        for (Element element : Jsoup.parse(page).select("a, base, meta")) {
            StringBuilder line = new StringBuilder(element.normalName());
            for (String name : ASKED) {
                line.append('|').append(element.hasAttr(name) ? element.attr(name) : null);
            }
            found.add(line.toString());
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy.html", "requests.html", "setuptools.html"})
    void readsRecordedPagesAsJsoupDoes(String file) throws IOException {
        String page;
        try (InputStream in = HtmlScannerTest.class.getResourceAsStream(file)) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(scanned(page, 1 << 16)).hasSizeGreaterThan(30).isEqualTo(parsed(page));
        assertThat(scanned(page, 7)).isEqualTo(parsed(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<A HREF=x.whl>x</A>",
                "<a\n\thref\r\n=\n'x.whl'\tdata-yanked >x</a>",
                "<a data-yanked href=x/y.whl/>x</a>",
                "<a href='x.whl' href='y.whl'>x</a>",
                "<a href=\"x?a=1&amp;b=2&ampc=3&amp=4&unknown\">x</a>",
                "<a href='&#x2b;&#43;&#X2B&plus;&sol;&lowbar;&Hat;&period;'>x</a>",
                "<a href='&#65&#x42;&#;&#x;&;&'>x</a>",
                "<a href='a&gt=b' x='&gt;&lt;&quot;&apos;&nbsp;'>x</a>",
                "<!-- <a href=no> --><a href=yes>x</a>",
                "<!--><a href=yes>x</a>--><a href=two>",
                "<!---><a href=yes>x</a>-->",
                "<!--!><a href=no>--><a href=yes>",
                "<!---!><a href=no>--><a href=yes>",
                "<!----!><a href=yes>",
                "<!-- -- > <a href=no> --!><a href=yes>",
                "<!-- ---><a href=yes>",
                "<!doctype html><a href=yes>",
                "<?php <a href=no> ?><a href=yes>",
                "</ <a href=no>><a href=yes>",
                "</><a href=yes>",
                "< a href=no><a href=yes>",
                "<script>'<a href=no>'</script><a href=yes>",
                "<style><a href=no></styles></style><a href=yes>",
                "<title><a href=no></TITLE ><a href=yes>",
                "<textarea><a href=no></textarea/><a href=yes>",
                "<abbr href=no></abbr><area href=no><a href=yes>",
                "<base href='/x/'><meta name='pypi:repository-version' content='1.0'>",
                "<a href=yes",
                "<a href='yes",
                "<a",
                "<",
                "a < b <a href=yes>",
                "<a =x href=yes>",
                "<a href==yes>",
                "<a href= >x</a>",
                "<a href='grüße.whl'>x</a>",
                "</a href='>'><a href=yes>"
            })
    void readsOddMarkupAsJsoupDoes(String page) throws IOException {
        for (int step : new int[] {1 << 16, 3, 1}) {
            assertThat(scanned(page, step)).isEqualTo(parsed(page));
        }
    }

    @Test
    void readsGeneratedPagesAsJsoupDoes() throws IOException {
        String[] parts = {
            "<a ",
            "<A ",
            "<b ",
            "<meta ",
            "<p>",
            "</a>",
            "</b>",
            ">",
            " ",
            "\n",
            "href=",
            "HREF = ",
            "data-yanked",
            "data-requires-python=",
            "name='n'",
            "x",
            "=",
            "\"",
            "'",
            "&gt;=3.8",
            "&amp;",
            "&",
            "&lt;",
            "a.whl",
            "/",
            "<!-- ",
            "-->",
            "--!>",
            "-",
            "<!x",
            "<?y",
            "text",
            "ü",
            "data-core-metadata=\"true\"",
            ";",
            "#sha256=ab"
        };
        Random random = new Random(20261121);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder page = new StringBuilder("<body>");
            for (int length = random.nextInt(30); length > 0; length--) {
                page.append(parts[random.nextInt(parts.length)]);
            }
            page.append("\">'> --><a href=end>");
            // Where formatting elements are left open, jsoup's tree holds the same tag several times (adoption agency).
            assertThat(new LinkedHashSet<>(scanned(page.toString(), 1 + random.nextInt(40))))
                    .describedAs(page.toString())
                    .containsExactlyElementsOf(new LinkedHashSet<>(parsed(page.toString())));
        }
    }

    @Test
    void putsTheReplacementCharacterForNumbersThatAreNone() throws IOException {
        assertThat(scanned("<a href='&#0;&#xD800;&#x110000;&#99999999999;'>", 5))
                .singleElement()
                .asString()
                .startsWith("a|\uFFFD\uFFFD\uFFFD\uFFFD|");
    }

    @Test
    void refusesATagWithoutEnd() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("<a href='".getBytes(StandardCharsets.US_ASCII)), new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int count) {
                        Arrays.fill(into, from, from + count, (byte) 'x');
                        return count;
                    }
                });
        HtmlScanner scanner = new HtmlScanner(endless);
        assertThatThrownBy(scanner::next).isInstanceOf(PageException.class);
    }

    @Test
    void takesLinearTimeForRunsOfDashes() throws IOException {
        byte[] page =
                ("<!--" + "x-".repeat(10) + "-".repeat(8 << 20) + "><a href=end>").getBytes(StandardCharsets.UTF_8);
        HtmlScanner scanner = new HtmlScanner(new ByteArrayInputStream(page));
        assertThat(scanner.next()).isEqualTo("a");
        assertThat(scanner.attribute("href")).isEqualTo("end");
    }
}
