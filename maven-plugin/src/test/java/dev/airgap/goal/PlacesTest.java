package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    @TempDir
    Path folder;

    @Test
    void noMachinesPathIsPortable() {
        Path base = folder.resolve("project");
        Places places = new Places(base, base, base.resolve("airgap.lock"), base.resolve("a.tar"), base);
        assertThat(places.portable("models/./minilm/")).isEqualTo("models/minilm");
        assertThat(places.portable("../shared/minilm")).isEqualTo("../shared/minilm");
        assertThat(places.portable(".")).isEqualTo(".");
        assertThat(places.portable(base.resolve("models").toString())).isEqualTo("models");
        assertThat(places.portable(folder.resolve("elsewhere").toString())).isEmpty();
    }

    @Test
    void coordinatesAreReadAsMavenWritesThem() {
        assertThat(Coordinates.parse(" org.example:minilm:1.0 ").orElseThrow())
                .isEqualTo(new Coordinates("org.example", "minilm", "1.0", "zip", ""));
        assertThat(Coordinates.parse("g:a:1-SNAPSHOT:tar:airgap").orElseThrow())
                .hasToString("g:a:1-SNAPSHOT:tar:airgap");
        for (String wrong : new String[] {"", "g:a", "g:a:", "g:a:1:zip:c:d", "g:../a:1", "g:a:[1,2)", "g:a:1:zip:"}) {
            assertThat(Coordinates.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
