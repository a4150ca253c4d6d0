package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.python.Specifiers;
import dev.airgap.resolve.Releases;
import dev.airgap.resolve.WheelFile;
import dev.airgap.testkit.Answer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads pages that are no pages, or mean no good. */
class HostilePagesTest extends PageCase {

    @Test
    void leavesHostileLinksAside() {
        Releases releases = demo(html("<a href='javascript:demo-1.0-py3-none-any.whl'></a>"
                + "<a href='file:///tmp/demo-1.1-py3-none-any.whl'></a>"
                + "<a href='ftp://x/demo-1.2-py3-none-any.whl'></a>"
                + "<a href='https://x/..%2F..%2Fdemo-1.3-py3-none-any.whl'></a>"
                + "<a href='https://x/demo-1.4%0A-py3-none-any.whl'></a>"
                + "<a href='https://x/demo-1.5-py3-none-any%5C..whl'></a>"
                + "<a href='https://user:secret@x.example/demo-2.0-py3-none-any.whl'></a>"));
        assertThat(Visitor.versions(releases)).containsExactly("2.0");
        assertThat(Visitor.wheel(releases, "2.0").url())
                .isEqualTo(URI.create("https://x.example/demo-2.0-py3-none-any.whl"));
    }

    @Test
    void leavesHostileJsonAside() {
        Releases releases = demo(json(page("{\"filename\":\"../demo-1.0-py3-none-any.whl\",\"url\":\"https://x/a\"},"
                + "{\"filename\":\"demo-1.1-py3-none-any.whl\",\"url\":\"javascript:x\"},"
                + "{\"filename\":\"demo-1.2-py3-none-any.whl\"},{\"url\":\"https://x/demo-1.3-py3-none-any.whl\"},"
                + "{\"filename\":7,\"url\":[{}]},"
                + "{\"filename\":\"demo-2.0-py3-none-any.whl\",\"url\":\"https://x/y\",\"size\":-7,\"hashes\":{\"sha256\":"
                + "\"zz\"},\"requires-python\":\"nonsense\"}")));
        assertThat(Visitor.versions(releases)).containsExactly("2.0");
        WheelFile wheel = Visitor.wheel(releases, "2.0");
        assertThat(wheel.size()).isEqualTo(-1);
        assertThat(wheel.sha256()).isEmpty();
        assertThat(wheel.requiresPython()).isSameAs(Specifiers.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "1", "", "one", "1.x", "-1.0", "99999999999.0"})
    void refusesAnotherMajorVersion(String version) {
        Indexes indexes = json("{\"meta\":{\"api-version\":\"" + version + "\"},\"files\":[]}");
        assertThatThrownBy(() -> demo(indexes))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Index 'pypi' speaks a Simple API that is not understood")
                .hasMessageContaining("it says '" + version + "'");
    }

    @Test
    void refusesAnotherMajorVersionInHtml() {
        Indexes indexes = html("<meta name='pypi:repository-version' content='2.0'>");
        assertThatThrownBy(() -> demo(indexes)).hasMessageContaining("it says '2.0'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"files\":[]}",
                "{\"meta\":{\"api-version\":\"1.0\"}}",
                "<html>",
                "{\"files\":[{\"url\":"
            })
    void refusesJsonThatIsNoPage(String text) {
        Indexes indexes = json(text);
        assertThatThrownBy(() -> demo(indexes))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Index 'pypi' gave no readable answer for the page of demo");
        assertThat(server.log()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"demo-1.0-py3-none-any.whl\"", "[]"})
    void refusesAFileThatIsNoObject(String element) {
        Indexes indexes = json(page(element + ",{\"filename\":\"demo-2.0-py3-none-any.whl\",\"url\":\"https://x/y\"}"));
        assertThatThrownBy(() -> demo(indexes))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Index 'pypi' gave no readable answer for the page of demo")
                .hasMessageContaining("an element of files is no object");
    }

    @Test
    void refusesATruncatedPage() {
        String whole = page("{\"filename\":\"demo-2.0-py3-none-any.whl\",\"url\":\"https://x/y\"}");
        for (int length = 1; length < whole.length(); length++) {
            Indexes indexes = json(whole.substring(0, length));
            assertThatThrownBy(() -> demo(indexes))
                    .as(whole.substring(0, length))
                    .isInstanceOf(FaultException.class);
        }
        Indexes cut = html("<a href='https://x/demo-1.0-py3-none-any.whl'>demo</a><a href='https://x/demo-2.0-py3");
        assertThatThrownBy(() -> demo(cut)).hasMessageContaining("the page ends in the middle of a tag");
    }

    @Test
    void refusesOtherContent() {
        server.serve("/simple/demo/", Answer.of(200, "hello"));
        assertThatThrownBy(() -> demo(visitor.visit(server.url("/simple/"))))
                .hasMessageContaining("no page of a Simple index")
                .hasMessageContaining("text/plain");
    }

    @Test
    void refusesAnEndlessPage() {
        server.serve(
                "/simple/demo/",
                Answer.html("<p>x</p>".repeat(1 << 23) + " ".repeat(16)).gzipped());
        assertThatThrownBy(() -> demo(visitor.visit(server.url("/simple/"))))
                .hasMessageContaining("more than 67108864 bytes");
    }
}
