import dev.airgap.it.Case

Case.of(context).end {
    it.log().failsInSentences().says("The target python:2.7-wheezy can't be used", "<target> in",
            "<platform>cp311-manylinux_2_36_x86_64</platform>", "Name an image as python:3.11-slim-bookworm")
}
