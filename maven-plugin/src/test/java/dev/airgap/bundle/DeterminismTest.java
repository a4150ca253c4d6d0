package dev.airgap.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {

    @TempDir
    Path folder;

    @Test
    void umaskZoneLocaleUserAndEncodingChangeNoByte() throws Exception {
        seal("umask 000; LC_ALL=C TZ=UTC", "-Duser.name=root -Duser.language=en");
        seal(
                "umask 077; LC_ALL=C.UTF-8 TZ=Asia/Kathmandu",
                "-Duser.name=jürgen -Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Kiritimati"
                        + " -Dfile.encoding=ISO-8859-1 -Dline.separator='\r\n'");
        seal("umask 027; LANG=ar_EG.UTF-8", "-Duser.language=ar -Duser.country=EG -Djava.locale.providers=CLDR");
        try (var all = Files.list(folder)) {
            assertThat(all.toList())
                    .hasSize(3)
                    .allSatisfy(tar -> assertThat(tar)
                            .hasSameBinaryContentAs(Samples.usual().seal(folder.resolveSibling("here.tar"))));
        }
    }

    @Test
    void onlyThePlanChangesTheBytes() throws Exception {
        Samples samples = Samples.usual();
        Path first = samples.seal(folder.resolve("1.tar"));
        Path later =
                samples.seal(samples.plan("1.2.3", Instant.parse("2026-01-01T00:00:00Z")), folder.resolve("2.tar"));
        assertThat(Files.mismatch(first, later)).isGreaterThan(0);
        assertThat(Files.size(first)).isEqualTo(Files.size(later));
    }

    private void seal(String before, String options) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String name = Integer.toHexString(options.hashCode()) + ".tar";
        Shell.sh(
                folder,
                before + " " + java + " " + options + " -cp '" + System.getProperty("java.class.path") + "' "
                        + SealMain.class.getName() + " " + name);
    }
}
