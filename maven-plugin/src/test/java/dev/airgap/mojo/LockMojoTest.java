package dev.airgap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.goal.Configuration;
import dev.airgap.goal.Configuration.Written;
import dev.airgap.goal.FileSpec;
import dev.airgap.goal.HubSpec;
import dev.airgap.goal.IndexSpec;
import dev.airgap.goal.LockPolicy;
import dev.airgap.goal.ModelSpec;
import dev.airgap.goal.TargetSpec;
import dev.airgap.resolve.Problem.Prereleases;
import dev.airgap.resolve.Problem.Strategy;
import dev.airgap.testkit.WheelMaker;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

class LockMojoTest extends MojoCase {

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:everything.xml")
    void readsEveryElement(LockMojo mojo) {
        String pom = " in " + folder.resolve("pom.xml");

        Configuration read = new ConfigurationReader(mojo).read();

        assertThat(read.targets())
                .containsExactly(
                        new TargetSpec("", "python:3.11-slim-bookworm", "", "<target>" + pom),
                        new TargetSpec(
                                "prod", "cp312-manylinux_2_34_x86_64", "registry.example/base/py:7", "<target>" + pom));
        assertThat(read.requirements())
                .containsExactly(
                        new Written("requirements.txt", "<requirement>" + pom),
                        new Written("demo[extra]>=1,<2", "<requirement>" + pom));
        assertThat(read.constraints()).containsExactly(new Written("constraints.txt", "<constraint>" + pom));
        assertThat(read.indexes())
                .containsExactly(
                        new IndexSpec("company", index.url().toString(), List.of(), "<index>" + pom, false, true),
                        new IndexSpec(
                                "torch-cpu",
                                "https://torch.example/whl/cpu",
                                List.of("torch", "nvidia-*"),
                                "<index>" + pom,
                                false,
                                true));
        assertThat(read.hubs()).containsExactly(new HubSpec("ours", hub.endpoint(), "<hub>" + pom));
        assertThat(read.models())
                .containsExactly(
                        new ModelSpec(
                                "ours", "org/short", "v2", "model", "auto", List.of(), List.of(), "<model>" + pom),
                        new ModelSpec(
                                "ours",
                                "org/long",
                                "v1",
                                "dataset",
                                "all",
                                List.of("*.json"),
                                List.of("*.md"),
                                "<model>" + pom));
        assertThat(read.files())
                .containsExactly(new FileSpec(
                        "data", "https://data.example/punkt.zip", "abcdef", "nltk/punkt.zip", "<file>" + pom));
        assertThat(read.prereleases().all()).isEqualTo(Prereleases.ALLOW);
        assertThat(read.strategy()).isEqualTo(Strategy.LOWEST_DIRECT);
        assertThat(read.root()).isEqualTo("/srv/airgap");
        assertThat(mojo.workplace().places(mojo).lock()).isEqualTo(folder.resolve("locks/search.lock"));
        assertThat(mojo.workplace().places(mojo).tar()).isEqualTo(folder.resolve("out/search.tar"));
        LockPolicy policy = mojo.lockPolicy(true);
        assertThat(policy.change()).isEqualTo(LockPolicy.Change.of("true"));
        assertThat(policy.names()).containsExactly("demo");
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:wheels.xml")
    void hasTheDefaultsOfTheContract(LockMojo mojo) {
        Configuration read = new ConfigurationReader(mojo).read();

        assertThat(read.prereleases().all()).isEqualTo(Prereleases.DEFAULT);
        assertThat(read.strategy()).isEqualTo(Strategy.HIGHEST);
        assertThat(read.root()).isEqualTo("/opt/airgap");
        assertThat(read.constraints()).isEmpty();
        assertThat(read.models()).isEmpty();
        assertThat(read.files()).isEmpty();
        assertThat(read.hubs()).containsExactly(new HubSpec("hub", "", "the default"));
        assertThat(mojo.skip).isFalse();
        assertThat(mojo.workplace().places(mojo).lock()).isEqualTo(folder.resolve("airgap.lock"));
        assertThat(mojo.workplace().places(mojo).tar()).isEqualTo(folder.resolve("target/search-1.0-airgap.tar"));
        assertThat(mojo.lockPolicy(true).upgradeAll()).isFalse();
        assertThat(mojo.lockPolicy(true).names()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:wheels.xml")
    void writesTheLockAndFetchesNoWheel(LockMojo mojo) throws Exception {
        index.add(WheelMaker.pure("demo", "1.0", "needed"), WheelMaker.pure("needed", "2.0"));

        mojo.execute();

        assertThat(read("airgap.lock")).contains("\"demo\"", "\"1.0\"", "needed-2.0-py3-none-any.whl");
        assertThat(read("target/airgap/requirements/cp311-manylinux_2_28_x86_64.txt"))
                .contains("demo==1.0", "needed==2.0", "--hash=sha256:");
        assertThat(folder.resolve("target/airgap/pylock.cp311-manylinux_2_28_x86_64.toml"))
                .isRegularFile();
        assertThat(index.server().log("/files/*.whl")).isEmpty();
        assertThat(maven().getAttachedArtifacts()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:wheels.xml")
    void letsTheCommandLineWin(LockMojo mojo) throws Exception {
        index.add(WheelMaker.pure("demo", "1.0"), WheelMaker.pure("other", "3.0"));
        user.setProperty("airgap.requirements", "other>=2,<4");
        user.setProperty("airgap.lockFile", "other.lock");

        mojo.execute();

        assertThat(read("other.lock")).contains("\"other\"").doesNotContain("demo");
        assertThat(folder.resolve("airgap.lock")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:broken.xml")
    void tellsAllBrokenElementsTogether(LockMojo mojo) {
        String pom = " in " + folder.resolve("pom.xml");

        assertThat(failure(mojo))
                .contains(
                        "A target has no platform\n  at <target>" + pom,
                        "The element <requirement> is empty\n  at <requirement>" + pom,
                        "The index company has no <url>\n  at <index>" + pom,
                        "An id stands twice: company\n  at <index>" + pom,
                        "A model has no <repo>\n  at <model>" + pom,
                        "names a hub that is not there: elsewhere\n  at <model>" + pom,
                        "A file has no <url>\n  at <file>" + pom,
                        "The value of <prereleases> is unknown: sometimes",
                        "Expected one of default, allow, never.",
                        "The value of <resolution> is unknown: newest",
                        "Expected one of highest, lowest, lowest-direct.",
                        "The root is no plain absolute path: opt\n  at <root>" + pom);
        assertThat(index.server().log()).isEmpty();
        assertThat(folder.resolve("airgap.lock")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:wheels.xml")
    void saysWhereAnAddressMayBeNoSimpleIndex(LockMojo mojo) {
        index.add(WheelMaker.pure("demo", "1.0"));
        user.setProperty("airgap.index.url", index.server().url("/").toString());

        assertThat(failure(mojo))
                .contains(
                        "No index knows a package named demo",
                        "or the address is no Simple index: most end in /simple/");
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:wheels.xml")
    void doubtsNoAddressThatEndsAsSimpleIndexesDo(LockMojo mojo) {
        index.add(WheelMaker.pure("other", "1.0"));

        assertThat(failure(mojo))
                .contains("No index knows a package named demo")
                .doesNotContain("no Simple index");
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:wheels.xml")
    void refusesARootThatAShellOrAnImageReadsOtherwise(LockMojo mojo) {
        for (String root :
                List.of("/", "/opt/x:~/y", "/opt/../../x", "/opt/./x", "/opt//x", "/opt/x#y", "/a/..", "/a;b")) {
            mojo.root = root;
            assertThat(failure(mojo))
                    .contains("The root is no plain absolute path: " + root, "<root>", "-Dairgap.root");
        }
        for (String root : List.of("/opt/airgap", "/srv/my.app_1/..x/y+z@1", "/opt/airgap/")) {
            mojo.root = root;
            assertThat(new ConfigurationReader(mojo).read().root()).isEqualTo(root.replaceFirst("/$", ""));
        }
        assertThat(folder.resolve("airgap.lock")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "lock")
    void saysThatNothingIsAskedFor(LockMojo mojo) {
        assertThat(failure(mojo))
                .contains(
                        "There is nothing to bundle\n  at <configuration> in " + folder.resolve("pom.xml"),
                        "-Dairgap.requirements=requirements.txt");
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:wheels.xml")
    @MojoParameter(name = "locked", value = "yes")
    void refusesAWordThatIsNeitherTrueNorFalse(LockMojo mojo) {
        index.add(WheelMaker.pure("demo", "1.0"));

        assertThat(failure(mojo)).contains("airgap.locked", "yes", "true", "false");
        assertThat(folder.resolve("airgap.lock")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "lock", pom = "classpath:wheels.xml")
    @MojoParameter(name = "skip", value = "true")
    void skips(LockMojo mojo) throws Exception {
        mojo.execute();

        assertThat(index.server().log()).isEmpty();
        assertThat(folder.resolve("airgap.lock")).doesNotExist();
    }
}
