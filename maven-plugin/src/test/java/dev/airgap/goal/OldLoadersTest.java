package dev.airgap.goal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airgap.fault.FaultException;
import dev.airgap.lock.Inputs;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import dev.airgap.lock.LockedPackage;
import dev.airgap.lock.LockedTarget;
import dev.airgap.lock.LockedWheel;
import dev.airgap.lock.ModelLayout;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OldLoadersTest {

    private static final ModelLayout FLAT = new ModelLayout(false, "org/name");
    private static final ModelLayout BOTH = new ModelLayout(true, "org/name");

    @Test
    void aVersionThatKnowsNoCacheIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> check("2.2.2", "modules.json", ModelLayout.HUB))
                .isInstanceOf(FaultException.class)
                .hasMessageContainingAll(
                        "sentence-transformers 2.2.2 can't read org/name",
                        "airgap.lock",
                        "locked so for one",
                        "sentence-transformers>=2.3.0",
                        "<layout>flat</layout>",
                        "/opt/airgap/models/flat/org/name");
    }

    @Test
    void whatItCanReadIsLeftAlone() {
        assertThatCode(() -> {
                    check("2.3.0", "modules.json", ModelLayout.HUB);
                    check("2.2.2", "modules.json", FLAT);
                    check("2.2.2", "modules.json", BOTH);
                    check("2.2.2", "config.json", ModelLayout.HUB);
                })
                .doesNotThrowAnyException();
    }

    private static void check(String version, String file, ModelLayout layout) {
        String name = "sentence_transformers-" + version + "-py3-none-any.whl";
        LockedWheel wheel =
                new LockedWheel(name, URI.create("https://example.org/" + name), 1, "0".repeat(64), "", List.of("one"));
        TreeMap<String, List<String>> dependencies = new TreeMap<>();
        dependencies.put("one", List.of());
        LockedModel model = new LockedModel(
                "hub",
                "org/name",
                "model",
                "main",
                "0".repeat(40),
                List.of(new ModelFile(file, 1, "0".repeat(40), "0".repeat(64))),
                "",
                layout);
        Lock lock = new Lock(
                Inputs.none(),
                List.of(new LockedTarget("one", "3.11", "manylinux_2_28_x86_64", "0".repeat(64))),
                List.of(new LockedPackage(
                        "sentence-transformers", version, "pypi", List.of(), List.of(wheel), dependencies)),
                List.of(model),
                List.of());
        OldLoaders.check(lock, "/opt/airgap", "airgap.lock");
    }
}
