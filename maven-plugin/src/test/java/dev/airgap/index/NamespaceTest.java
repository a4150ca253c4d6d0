package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.LoopbackServer;
import dev.airgap.testkit.Wheel;
import dev.airgap.testkit.WheelMaker;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks two indexes of which one, or both, say that a project spans them (PEP 708). */
class NamespaceTest {

    private static final Wheel OLD = WheelMaker.pure("demo", "1.0");
    private static final Wheel NEW = WheelMaker.pure("demo", "2.0");
    private static final String STATUS = "<meta name='pypi:project-status' content='quarantined'>";

    @TempDir
    private Path folder;

    private LoopbackServer first;
    private LoopbackServer second;
    private Visitor visitor;

    @BeforeEach
    void start() {
        first = LoopbackServer.start();
        second = LoopbackServer.start();
        visitor = new Visitor(folder);
    }

    @AfterEach
    void stop() {
        visitor.close();
        first.close();
        second.close();
    }

    private static String at(LoopbackServer server) {
        return server.url("/simple/Demo").toString();
    }

    private static String tracks(String url) {
        return "<meta name='pypi:tracks' content='" + url + "'>";
    }

    private static String alternate(String... urls) {
        StringBuilder metas = new StringBuilder();
        for (String url : urls) {
            metas.append("<meta name='pypi:alternate-locations' content='")
                    .append(url)
                    .append("'>");
        }
        return metas.toString();
    }

    private static void serve(LoopbackServer server, String metas, Wheel... wheels) {
        StringBuilder page = new StringBuilder("<html><head>" + metas + "</head><body>");
        for (Wheel wheel : wheels) {
            page.append("<a href='/files/" + wheel.fileName() + "#sha256=" + wheel.sha256() + "'>x</a>");
        }
        server.serve("/simple/demo/", Answer.html(page + "</body></html>"));
    }

    private Releases demo(IndexSource... sources) {
        return visitor.visit(Freshness.NORMAL, sources).releases(Visitor.name("demo"));
    }

    private IndexSource one() {
        return IndexSource.simple("one", first.url("/simple/"));
    }

    private IndexSource two() {
        return IndexSource.simple("two", second.url("/simple/"));
    }

    private Releases demo() {
        return demo(one(), two());
    }

    @Test
    void joinsWhatTheOwningIndexTracks() {
        serve(first, tracks(at(second)), OLD);
        serve(second, "", OLD, NEW);
        for (int run = 0; run < 2; run++) {
            // The second run reads both pages from the cache.
            Releases releases = demo();
            assertThat(releases.index()).isEqualTo("one");
            assertThat(releases.indexes()).containsExactly("one", "two");
            assertThat(Visitor.versions(releases)).containsExactly("1.0", "2.0");
            assertThat(Visitor.wheels(releases, "1.0"))
                    .extracting(WheelFile::index)
                    .containsExactly("one");
            assertThat(Visitor.wheel(releases, "2.0").index()).isEqualTo("two");
            assertThat(Visitor.wheel(releases, "2.0").address()).startsWith(second.origin());
        }
        assertThat(second.log()).hasSize(1);
    }

    @Test
    void joinsWheelsOfOneRelease() {
        Wheel linux = WheelMaker.wheel("demo", "1.0")
                .tags("cp311-cp311-manylinux_2_17_x86_64")
                .build();
        serve(first, tracks(at(second)), OLD);
        serve(second, "", linux);
        assertThat(Visitor.wheels(demo(), "1.0")).extracting(WheelFile::index).containsExactly("one", "two");
    }

    @Test
    void neverAsksAnIndexThatOnlySaysItselfThatItTracks() {
        serve(first, "", OLD);
        serve(second, tracks(at(first)), NEW);
        assertThat(Visitor.versions(demo())).containsExactly("1.0");
        assertThat(second.log()).isEmpty();
    }

    @Test
    void neverAsksAnIndexThatIsNotConfigured() {
        serve(first, tracks(at(second)) + alternate(at(second)), OLD);
        serve(second, alternate(at(first)), NEW);
        assertThat(Visitor.versions(demo(one()))).containsExactly("1.0");
        assertThat(second.log()).isEmpty();
    }

    @Test
    void neverAsksBeyondTheFence() {
        serve(first, tracks(at(second)), OLD);
        serve(second, "", NEW);
        IndexSource fenced = new IndexSource("one", first.url("/simple/"), List.of("demo"), false);
        assertThat(Visitor.versions(demo(fenced, two()))).containsExactly("1.0");
        assertThat(second.log()).isEmpty();
    }

    @Test
    void joinsAlternateLocationsThatAgree() {
        serve(first, alternate(at(second), "https://elsewhere.example/simple/demo/"), OLD);
        serve(second, alternate(at(second), "https://ELSEWHERE.example:443/simple/demo", at(first)), NEW);
        assertThat(Visitor.versions(demo())).containsExactly("1.0", "2.0");
    }

    @ParameterizedTest
    @CsvSource({"'', nothing", "https://elsewhere.example/simple/demo/, another place"})
    void believesTheOwnerAloneWhereAlternateLocationsDiffer(String other, String what) {
        serve(first, alternate(at(second)), OLD);
        serve(second, other.isEmpty() ? "" : alternate(at(first), other), NEW);
        assertThat(Visitor.versions(demo())).as(what).containsExactly("1.0");
    }

    @Test
    void knowsAnIndexByItsDeclaredAddressBehindAMirror() {
        serve(first, tracks("https://pypi.example/simple/demo/"), OLD);
        serve(second, "", NEW);
        IndexSource mirrored = new IndexSource(
                "two", second.url("/simple/"), URI.create("https://pypi.example/simple"), List.of(), false);
        assertThat(Visitor.versions(demo(one(), mirrored))).containsExactly("1.0", "2.0");
    }

    @Test
    void refusesTwoFilesOfOneName() {
        Wheel other = WheelMaker.wheel("demo", "1.0").file("demo/evil.py", "").build();
        serve(first, tracks(at(second)), OLD);
        serve(second, "", other);
        Releases releases = demo();
        assertThatThrownBy(() -> Visitor.wheels(releases, "1.0"))
                .isInstanceOf(FaultException.class)
                .hasMessageContainingAll("demo-1.0-py3-none-any.whl", "'one'", "'two'", OLD.sha256(), other.sha256());
    }

    @Test
    void leavesOutWhatTheOtherIndexHasQuarantined() {
        serve(first, tracks(at(second)), OLD);
        serve(second, STATUS, NEW);
        assertThat(Visitor.versions(demo())).containsExactly("1.0");
    }

    @Test
    void stopsWhereATrackedIndexRefuses() {
        serve(first, tracks(at(second)), OLD);
        second.serve("/simple/demo/", Answer.of(403, "no"));
        assertThatThrownBy(this::demo).isInstanceOf(FaultException.class).hasMessageContaining("403");
    }

    @ParameterizedTest
    @CsvSource({
        "https://PyPI.example/simple/Some_Name/, https://pypi.example:443/simple/some-name, true",
        "https://pypi.example/simple/a/../some.name/, https://pypi.example/simple/some-name/, true",
        "https://pypi.example/simple/some-name/, http://pypi.example/simple/some-name/, false",
        "https://pypi.example/Simple/some-name/, https://pypi.example/simple/some-name/, false",
        "https://pypi.example/simple/some-name/, https://pypi.example:8443/simple/some-name/, false",
        "https://pypi.example/simple/some-name/, https://pypi.example.evil/simple/some-name/, false",
    })
    void comparesAddresses(URI one, URI other, boolean same) {
        assertThat(IndexSource.comparable(one).equals(IndexSource.comparable(other)))
                .isEqualTo(same);
    }
}
