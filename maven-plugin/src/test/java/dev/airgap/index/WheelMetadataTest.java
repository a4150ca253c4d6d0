package dev.airgap.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.python.Metadata;
import dev.airgap.resolve.WheelFile;
import dev.airgap.store.Progress;
import dev.airgap.store.Store;
import dev.airgap.testkit.Answer;
import dev.airgap.testkit.Listing;
import dev.airgap.testkit.Seen;
import dev.airgap.testkit.Trouble;
import dev.airgap.testkit.Wheel;
import dev.airgap.testkit.WheelMaker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks for metadata and sizes, and looks at what it costs. */
class WheelMetadataTest extends WheelCase {
    private List<String> asked() {
        return server.server().log().stream().map(Seen::toString).toList();
    }

    @Test
    void readsTheAdvertisedFile() {
        WheelFile wheel = listed(Listing.of(demo().payload(100_000).build()));
        isDemo(indexes.metadata(wheel));
        assertThat(asked()).singleElement().asString().contains(".whl.metadata");
    }

    @Test
    void checksTheAdvertisedFile() {
        WheelFile wheel = listed(Listing.of(demo().build()));
        server.server().trouble("*.metadata", Trouble.corrupt(30));
        assertThatThrownBy(() -> indexes.metadata(wheel))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The checksum of demo-1.0-py3-none-any.whl.metadata is wrong")
                .hasMessageContaining(
                        "index 'pypi' says sha256 " + wheel.metadata().substring(7))
                .hasMessageContaining("the file has sha256 ");
    }

    @Test
    void readsRangesWhereTheAdvertisedFileIsMissing() {
        WheelFile wheel = listed(Listing.of(demo().build()));
        server.server().trouble("*.metadata", Trouble.status(404));
        isDemo(indexes.metadata(wheel));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500})
    void stopsWhereTheAdvertisedFileIsRefused(int status) {
        WheelFile wheel = listed(Listing.of(demo().build()));
        server.server().trouble("*.metadata", Trouble.status(status));
        assertThatThrownBy(() -> indexes.metadata(wheel)).hasMessageContaining(String.valueOf(status));
    }

    @Test
    void readsOneRangeWhereNothingIsAdvertised() {
        Wheel made = demo().payload(500_000).build();
        WheelFile wheel = listed(Listing.of(made).withoutMetadata());
        isDemo(indexes.metadata(wheel));
        assertThat(asked()).singleElement().asString().contains("[bytes=-32768] -> 206 (32768)");
        // The size came with the range: nobody need ask for it.
        assertThat(wheel.size()).isEqualTo(-1);
        assertThat(indexes.complete(wheel).size()).isEqualTo(made.bytes().length);
        assertThat(asked()).hasSize(1);
        try (Indexes later = visitor.visit(server.url())) {
            assertThat(later.complete(wheel).size()).isEqualTo(made.bytes().length);
        }
        assertThat(asked()).hasSize(1);
    }

    @Test
    void readsASmallWheelByOneRange() {
        isDemo(indexesFor(Listing.of(demo().build()).withoutMetadata()));
        assertThat(asked()).hasSize(1);
    }

    private Metadata indexesFor(Listing listing) {
        WheelFile wheel = listed(listing);
        return indexes.metadata(wheel);
    }

    @Test
    void readsTheDirectoryOfAGreatWheelByOneRangeMore() {
        isDemo(indexesFor(Listing.of(great()).withoutMetadata()));
        assertThat(asked()).hasSize(2);
    }

    private static Wheel great() {
        WheelMaker maker = demo().payload(300_000);
        for (int i = 0; i < 2000; i++) {
            maker.file("demo/a/folder/with/a/long/name/so/that/the/directory/grows/file" + i + ".txt", "");
        }
        return maker.build();
    }

    @Test
    void countsRangesFromTheStartWhereTheHostKnowsNoOthers() {
        server.add(WheelMaker.pure("demo", "2.0"));
        WheelFile wheel = listed(Listing.of(demo().payload(100_000).build()).withoutMetadata());
        server.server().trouble("/files/*", Trouble.status(501).times(1));
        isDemo(indexes.metadata(wheel));
        assertThat(server.server().log()).extracting(Seen::method).containsExactly("GET", "HEAD", "GET");
        // Learnt once for the host.
        WheelFile other = Visitor.wheel(indexes.releases(Visitor.name("demo")), "2.0");
        server.server().clearLog();
        WheelFile unadvertised = new WheelFile(
                other.name(), other.url(), other.sha256(), -1, other.requiresPython(), null, "", "", "pypi");
        assertThat(indexes.metadata(unadvertised).version()).hasToString("2.0");
        assertThat(server.server().log()).extracting(Seen::method).containsExactly("HEAD", "GET");
    }

    @Test
    void fetchesTheWholeWheelOnceWhereTheHostKnowsNoRanges() {
        Wheel made = demo().payload(1_500_000).build();
        WheelFile wheel = listed(Listing.of(made).withoutMetadata().withoutHash());
        server.server().trouble("/files/*", Trouble.ignoreRange());
        isDemo(indexes.metadata(wheel));
        WheelFile complete = indexes.complete(wheel);
        assertThat(complete.size()).isEqualTo(made.bytes().length);
        assertThat(complete.sha256()).isEqualTo(made.sha256());
        assertThat(server.server().log()).hasSize(2);
        try (Indexes later = visitor.visit(server.url())) {
            isDemo(later.metadata(wheel));
            assertThat(later.complete(wheel)).isEqualTo(complete);
        }
        assertThat(server.server().log()).hasSize(2);
    }

    @Test
    void takesASmallWheelThatCameWholeAsItIs() {
        WheelFile wheel = listed(Listing.of(demo().build()).withoutMetadata());
        server.server().trouble("/files/*", Trouble.ignoreRange());
        isDemo(indexes.metadata(wheel));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void readsAWheelThatTheStoreHas() {
        WheelFile wheel = listed(Listing.of(demo().payload(1_500_000).build()).withoutMetadata());
        new StoreWheels(Store.open(folder.resolve("store")), visitor.transport, Progress.NONE).fetch(wheel);
        server.server().clearLog();
        isDemo(indexes.metadata(wheel));
        assertThat(asked()).isEmpty();
    }

    @Test
    void fetchesAnewWhatTheStoreHasDamaged() throws Exception {
        Wheel made = demo().payload(1_500_000).build();
        WheelFile wheel = listed(Listing.of(made).withoutMetadata());
        Store store = Store.open(folder.resolve("store"));
        Path kept = new StoreWheels(store, visitor.transport, Progress.NONE)
                .fetch(wheel)
                .path();
        Files.write(kept, new byte[made.bytes().length]);
        isDemo(indexes.metadata(wheel));
        assertThat(kept).doesNotExist();
    }

    @Test
    void blamesThePublisherWhereTheStoreHasWhatWasPublished() {
        byte[] page = "<html>Log in, please</html>".getBytes(StandardCharsets.UTF_8);
        WheelFile wheel = listed(Listing.of(demo().build()).withoutMetadata().withoutHash());
        server.server().trouble("/files/*", Trouble.answer(Answer.html(new String(page, StandardCharsets.UTF_8))));
        WheelFile published = new WheelFile(
                wheel.name(), wheel.url(), PageCache.digest(page), page.length, null, null, "", "", "pypi");
        Store store = Store.open(folder.resolve("store"));
        Path kept = new StoreWheels(store, visitor.transport, Progress.NONE)
                .fetch(published)
                .path();
        assertThatThrownBy(() -> indexes.metadata(published)).hasMessageContaining("it is no ZIP");
        assertThat(kept).exists();
    }

    @Test
    void saysWhichWheelIsGone() {
        WheelFile wheel = listed(Listing.of(demo().build()).withoutMetadata());
        server.server().trouble("/files/*", Trouble.status(404));
        assertThatThrownBy(() -> indexes.metadata(wheel))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("demo-1.0-py3-none-any.whl");
        assertThatThrownBy(() -> indexes.complete(wheel)).isInstanceOf(FaultException.class);
    }

    @Test
    void saysWhatABrokenWheelIs() {
        WheelFile wheel = listed(Listing.of(demo().build()).withoutMetadata());
        server.server().trouble("/files/*", Trouble.answer(Answer.html("<html>Log in, please</html>")));
        assertThatThrownBy(() -> indexes.metadata(wheel))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The METADATA of demo-1.0-py3-none-any.whl cannot be read")
                .hasMessageContaining("it is no ZIP");
    }

    @Test
    void noticesAFileThatChangesBetweenRanges() {
        WheelFile wheel = listed(Listing.of(great()).withoutMetadata());
        server.server().trouble("/files/*", Trouble.answer(liar()).skipping(1));
        assertThatThrownBy(() -> indexes.metadata(wheel))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("the file changed while it was read");
    }

    @Test
    void believesNoRangeThatWasNotAskedFor() {
        WheelFile wheel = listed(Listing.of(demo().payload(300_000).build()).withoutMetadata());
        server.server().trouble("/files/*", Trouble.answer(liar()).times(1));
        isDemo(indexes.metadata(wheel));
        assertThat(server.server().log()).extracting(Seen::method).containsExactly("GET", "HEAD", "GET");
    }

    private static Answer liar() {
        return Answer.of(206, "x".repeat(64)).with("Content-Range", "bytes 7-70/71");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesMetadataOfAnotherName(boolean advertised) {
        Listing listing = Listing.of(demo().metadataName("evil").build());
        WheelFile wheel = listed(advertised ? listing : listing.withoutMetadata());
        assertThatThrownBy(() -> indexes.metadata(wheel))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The METADATA of demo-1.0-py3-none-any.whl is another wheel's")
                .hasMessageContaining("the file name says demo 1.0")
                .hasMessageContaining("its METADATA says evil 1.0");
    }

    @Test
    void keepsNothingThatDisagrees() {
        WheelFile wheel = listed(Listing.of(demo().metadataName("evil").build()));
        assertThatThrownBy(() -> indexes.metadata(wheel)).isInstanceOf(FaultException.class);
        try (Indexes later = visitor.visit(server.url())) {
            assertThatThrownBy(() -> later.metadata(wheel)).hasMessageContaining("another wheel's");
        }
        assertThat(asked()).hasSize(2);
    }

    @Test
    void asksAgainForAWheelWithoutHashOnRefresh() {
        WheelFile wheel = listed(Listing.of(demo().build()).withoutMetadata().withoutHash());
        isDemo(indexes.metadata(wheel));
        try (Indexes later = visitor.visit(new Freshness(true, false), IndexSource.simple("pypi", server.url()))) {
            isDemo(later.metadata(wheel));
        }
        try (Indexes later = visitor.visit(server.url())) {
            isDemo(later.metadata(wheel));
        }
        assertThat(asked()).hasSize(2);
    }
}
