package dev.airgap.index;

import dev.airgap.resolve.Releases;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.LoopbackServer;

/** Holds a server that gives the page of demo as a test writes it. */
abstract class PageCase extends IndexCase<LoopbackServer> {

    static final String JSON = "application/vnd.pypi.simple.v1+json";

    @Override
    LoopbackServer open() {
        return LoopbackServer.start();
    }

    Indexes json(String text) {
        server.serve("/simple/demo/", Answer.json(text).with("Content-Type", JSON));
        return visitor.visit(server.url("/simple/"));
    }

    Indexes html(String text) {
        server.serve("/simple/demo/", Answer.html(text));
        return visitor.visit(server.url("/simple/"));
    }

    static Releases demo(Indexes indexes) {
        return indexes.releases(Visitor.name("demo"));
    }

    static String page(String files) {
        return "{\"meta\":{\"api-version\":\"1.4\"},\"name\":\"demo\",\"files\":[" + files + "]}";
    }
}
