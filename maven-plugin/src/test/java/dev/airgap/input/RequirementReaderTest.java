package dev.airgap.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements as users give them, with the place of each and of each fault. */
class RequirementReaderTest {

    private static final String SHA = "sha256:" + "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @Test
    void keepsThePlaceOfEachRequirement() throws IOException {
        write(
                "requirements.txt",
                "# all\nflask>=2\n-r sub/base.txt\n-c constraints.txt\nnumpy==2 \\\n  --hash=" + SHA + "\n");
        write("sub/base.txt", "\nuvicorn[standard] ; python_version < '4'\n");
        write("constraints.txt", "click<9\n");
        Asked asked = read("requirements.txt", "httpx", "wheel @ https://files.example/wheel-1-py3-none-any.whl");
        assertThat(places(asked.requirements()))
                .containsExactly(
                        "flask requirements.txt:2",
                        "uvicorn sub/base.txt:2",
                        "numpy requirements.txt:5",
                        "httpx <requirement>",
                        "wheel <requirement>");
        assertThat(places(asked.constraints())).containsExactly("click constraints.txt:1");
        assertThat(asked.requirements().get(2).hashes()).containsExactly(SHA);
        assertThat(asked.requirements().get(4).requirement().url())
                .isEqualTo("https://files.example/wheel-1-py3-none-any.whl");
        assertThat(asked.roots().get(1).where()).isEqualTo("sub/base.txt:2");
        assertThat(asked.constraintRoots()).hasSize(1);
    }

    @Test
    void theInputsHoldWhatDecidesTheLockAndNoSecret() throws IOException {
        write("requirements.txt", """
                # a comment
                --index-url https://${USER_NAME}:${TOKEN}@index.example/simple
                --extra-index-url https://me:secret@more.example/${PART}/simple
                --find-links wheels
                --pre
                flask  >= 2   # why
                ${NAME}==1 --hash=%s
                x @ https://me:secret@files.example/x-1-py3-none-any.whl
                -c constraints.txt
                """.formatted(SHA));
        write("constraints.txt", "click<9");
        Files.createDirectories(folder.resolve("wheels"));
        Asked asked = new RequirementReader(
                        folder, Map.of("USER_NAME", "me", "TOKEN", "secret", "PART", "p", "NAME", "numpy"))
                .read(
                        words("requirements.txt", "httpx>=1"),
                        List.of(new Word("idna<4", "<constraint>")),
                        List.of(),
                        List.of());
        assertThat(asked.inputs())
                .containsOnlyKeys("requirements requirements.txt", "requirements", "constraints")
                .containsEntry(
                        "requirements requirements.txt",
                        List.of(
                                "--index-url https://index.example/simple",
                                "--extra-index-url https://more.example/${PART}/simple",
                                "--find-links wheels",
                                "--pre",
                                "flask >= 2",
                                "numpy==1 --hash=" + SHA,
                                "x @ https://files.example/x-1-py3-none-any.whl",
                                "-c click<9"))
                .containsEntry("requirements", List.of("httpx>=1"))
                .containsEntry("constraints", List.of("-c idna<4"));
        assertThat(asked.options("--index-url").get(0).value()).isEqualTo("https://me:secret@index.example/simple");
        assertThat(asked.options("--index-url").get(0).toString()).doesNotContain("secret");
        assertThat(asked.options("--extra-index-url").get(0).value()).contains("/p/simple");
        assertThat(asked.options("--find-links").get(0).value())
                .isEqualTo(folder.resolve("wheels").toString());
        assertThat(asked.options("--pre").get(0).where()).isEqualTo("requirements.txt:5");
    }

    @Test
    void whatVariablesBringIntoAnAddressStaysOut() throws IOException {
        write("wheels/y-1.0-py3-none-any.whl", "bytes");
        write("requirements.txt", """
                x @ https://files.example/x-1-py3-none-any.whl?token=${TOK}
                y @ ${DIR}/y-${VERSION}-py3-none-any.whl
                https://${HOST}/z-1-py3-none-any.whl?literal=1
                ${WHOLE}
                """);
        String dir = folder.resolve("wheels").toString();
        Map<String, String> environment = Map.of(
                "TOK",
                "s3cret",
                "DIR",
                dir,
                "VERSION",
                "1.0",
                "HOST",
                "inner.example",
                "WHOLE",
                "https://me:s3cret@files.example/w-2-py3-none-any.whl?sig=s3cret");
        Asked asked = new RequirementReader(folder, environment)
                .read(words("requirements.txt"), List.of(), List.of(), List.of());
        List<String> lines = asked.inputs().get("requirements requirements.txt");
        assertThat(lines.get(0)).isEqualTo("x @ https://files.example/x-1-py3-none-any.whl?token=${TOK}");
        assertThat(lines.get(1))
                .isEqualTo("y @ ${DIR}/y-${VERSION}-py3-none-any.whl sha256:" + Sha256.of("bytes")
                        + " y-1.0-py3-none-any.whl");
        assertThat(lines.get(2))
                .isEqualTo("https://${HOST}/z-1-py3-none-any.whl query sha256:" + Sha256.of("?literal=1"));
        assertThat(lines.get(3)).isEqualTo("${WHOLE} w-2-py3-none-any.whl");
        assertThat(asked.addresses())
                .containsEntry(
                        "https://files.example/x-1-py3-none-any.whl",
                        "https://files.example/x-1-py3-none-any.whl?token=s3cret");
        assertThat(asked.requirements().get(3).requirement().url())
                .isEqualTo("https://files.example/w-2-py3-none-any.whl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"demo\"", "{ demo = \"1\" }", "5", "[5]"})
    void dependenciesThatAreNoListAreNotTakenForNone(String dependencies) throws IOException {
        Files.writeString(
                folder.resolve("pyproject.toml"), "[project]\nname = \"x\"\ndependencies = " + dependencies + "\n");
        assertThatThrownBy(() -> new RequirementReader(folder, Map.of())
                        .read(words("pyproject.toml"), List.of(), List.of(), List.of()))
                .hasMessageContainingAll("dependencies must be a list of strings", "pyproject.toml:3");
    }

    @Test
    void noLockAndNoMessageTellsTheQueryOfAnAddress() throws IOException {
        Files.writeString(folder.resolve("requirements.txt"), """
                --find-links https://me:s3cret@files.example/wheels.html?sig=t0ken
                --extra-index-url https://files.example/simple?sig=${TOK}
                x
                """);
        Asked asked = new RequirementReader(folder, Map.of("TOK", "t0ken"))
                .read(words("requirements.txt"), List.of(), List.of(), List.of());
        assertThat(asked.inputs().get("requirements requirements.txt"))
                .containsExactly(
                        "--find-links https://files.example/wheels.html query sha256:" + Sha256.of("?sig=t0ken"),
                        "--extra-index-url https://files.example/simple?sig=${TOK}",
                        "x");
        Files.writeString(folder.resolve("requirements.txt"), """
                -r https://me:s3cret@files.example/more.txt?sig=t0ken
                x @ https://me:s3cret@files.example/no-x-1-py3-none-any.whl?sig=t0ken
                --unknown https://me:s3cret@files.example/?sig=t0ken
                """);
        assertThatThrownBy(() -> new RequirementReader(folder, Map.of())
                        .read(words("requirements.txt"), List.of(), List.of(), List.of()))
                .hasMessageContainingAll("files.example/more.txt", "no-x-1-py3-none-any.whl", "--unknown")
                .message()
                .doesNotContain("s3cret", "t0ken");
    }

    @Test
    void noMessageTellsWhatAVariableHolds() throws IOException {
        write("requirements.txt", "x @ https://files.example/x.tar.gz?token=${TOK}\nx ${TOK} --hash=${TOK}\n");
        FaultException failure = catchThrowableOfType(
                FaultException.class,
                () -> new RequirementReader(folder, Map.of("TOK", "s3cret"))
                        .read(words("requirements.txt"), List.of(), List.of(), List.of()));
        assertThat(failure.faults()).hasSizeGreaterThan(1);
        assertThat(failure.faults().get(0).toString()).contains("${TOK}").doesNotContain("s3cret");
    }

    @Test
    void filesAndGroupsAreFollowedOnlySoDeep() throws IOException {
        StringBuilder groups = new StringBuilder("[dependency-groups]\ng9000 = []\n");
        for (int i = 0; i < 4000; i++) {
            write("r" + i + ".txt", "-r r" + (i + 1) + ".txt\n");
        }
        for (int i = 0; i < 9000; i++) {
            groups.append("g" + i + " = [{include-group = \"g" + (i + 1) + "\"}]\n");
        }
        write("pyproject.toml", groups.toString());
        assertThat(faults("r0.txt"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains(
                                "The requirements files name each other more than 200 deep", "r199.txt:1", "r200.txt"));
        assertThat(faults("pyproject.toml:g0"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("The dependency groups include each other more than 200 deep", "g200"));
    }

    @Test
    void tellsAllFaultsAtOnce() throws IOException {
        write("requirements.txt", """
                flask>==2
                -e .
                ./local
                --upgrade
                -r missing.txt
                numpy --hash=sha256:12
                --no-binary :all:
                https://example.com/x.tar.gz
                --index-url https://${NOT_SET}/simple
                git+https://me:secret@example.com/x.git
                good==1
                -c c.txt
                """);
        write("c.txt", "a[b]<1\n");
        List<Fault> faults = faults("requirements.txt", "other.txt", "-bad-");
        assertThat(faults.stream().map(Fault::where))
                .containsExactly(
                        "requirements.txt:1",
                        "requirements.txt:2",
                        "requirements.txt:3",
                        "requirements.txt:4",
                        "requirements.txt:5",
                        "requirements.txt:6",
                        "requirements.txt:7",
                        "requirements.txt:8",
                        "requirements.txt:9",
                        "requirements.txt:10",
                        "c.txt:1",
                        "<requirement>",
                        "<requirement>");
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.next()).isNotEmpty();
            assertThat(fault.toString()).doesNotContain("secret");
        });
        assertThat(faults.get(3).detail()).contains("--upgrade is unknown");
        assertThat(faults.get(8).what()).contains("NOT_SET");
        assertThat(faults.get(11).what()).isEqualTo("There is no file other.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flask | false",
                "flask[a]>=1,<2 | false",
                "x@https://h/p/x.whl | false",
                "x [a] @ file:///p/x.whl | false",
                "https://h/x-1-py3-none-any.whl | false",
                "there | true",
                "there.txt | true",
                "gone.txt | true",
                "gone.TXT | true",
                "gone.in | true",
                "uv.lock | true",
                "x.whl | true",
                "pyproject.toml[dev] | true",
                "pyproject.toml | true",
                "sub/gone | true",
                "sub\\gone | true",
                "folder | false",
                "dist | true",
                "Pipfile | true",
                "setup.py | true",
                "environment.yml | true",
                "requirements | true",
                "requirments.txt | true",
                "pyproject.tml | true",
                "pipfile | false",
                "discord.py | false",
                "ruamel.yaml | false",
                "torch.txt>=1 | false",
            })
    void aMistypedFileNeverBecomesAName(String argument, boolean file) throws IOException {
        write("there", "flask");
        write("there.txt", "flask");
        Files.createDirectories(folder.resolve("folder"));
        write("dist/x-1-py3-none-any.whl", "");
        assertThat(RequirementArgument.of(argument, folder).isFile()).isEqualTo(file);
    }

    @Test
    void saysWhatToNameInPlaceOfAFileThatIsNotRead() throws IOException {
        write("Pipfile", "[packages]\nflask = '*'\n");
        List<Fault> faults = faults("Pipfile", "setup.py");
        assertThat(faults).hasSize(2);
        assertThat(faults.get(0).toString()).contains("Pipfile is none of the files", "pipenv requirements");
        assertThat(faults.get(1).toString()).contains("pyproject.toml");
    }

    @Test
    void aFileOfAnotherKindIsOneMistakeAndNoThousand() throws IOException {
        write("my.lock", "[[package]]\nname = 'x'\n".repeat(1000));
        List<Fault> faults = faults("my.lock");
        assertThat(faults).hasSize(21);
        assertThat(faults.get(20).toString()).contains("at my.lock", "stopped at line 20", "uv.lock");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() throws IOException {
        write("requirements.txt", "tqdm==${TQDM_VERSION}\n");
        assertThat(faults("requirements.txt").get(0).what())
                .isEqualTo("The variable TQDM_VERSION that the requirement names isn't set");
    }

    @Test
    void namesTheExtraOrGroupThatWasMeant() throws IOException {
        write("pyproject.toml", """
                [project]
                name = "app"
                requires-python = ">=3.10"
                optional-dependencies.postgres = ["psycopg"]
                [dependency-groups]
                test = ["pytest"]
                """);
        assertThat(faults("pyproject.toml[postgrs]").get(0).next()).isEqualTo("Did you mean postgres?");
        assertThat(faults("pyproject.toml:tests").get(0).next()).isEqualTo("Did you mean test?");
        assertThat(faults("pyproject.toml:lint").get(0).next()).isEqualTo("Name one of these.");
        assertThat(read("pyproject.toml").pythons().get(0).where()).isEqualTo("pyproject.toml:3");
        assertThat(read("pyproject.toml:test").pythons()).isEmpty();
    }

    @Test
    void takesALockOfAnotherToolWithWhatIsAskedOfIt() throws IOException {
        write("uv.lock", "version = 1\r\n");
        Asked asked = read("uv.lock[PG]", "uv.lock:dev");
        assertThat(asked.requirements()).isEmpty();
        assertThat(asked.isEmpty()).isFalse();
        NamedLock lock = asked.locks().get(0);
        assertThat(asked.locks()).hasSize(1);
        assertThat(lock.selection().extras()).containsExactly("pg");
        assertThat(lock.selection().groups()).containsExactly("dev");
        assertThat(lock.selection().project()).isTrue();
        List<String> windows = asked.inputs().get("requirements uv.lock[PG]");
        write("uv.lock", "version = 1\n");
        assertThat(read("uv.lock[PG]").inputs().get("requirements uv.lock[PG]"))
                .isEqualTo(windows)
                .hasSize(1);
        write("uv.lock", "version = 2\n");
        assertThat(read("uv.lock[PG]").inputs().get("requirements uv.lock[PG]")).isNotEqualTo(windows);
    }

    @Test
    void aLockStandsAlone() throws IOException {
        write("uv.lock", "version = 1");
        assertThat(faults("uv.lock", "flask").get(0).what()).isEqualTo("A lock of another tool stands alone");
    }

    @Test
    void readsDependencyGroups() throws IOException {
        write("pyproject.toml", """
                [dependency-groups]
                Test_It = ["pytest>7", {include-group = "typing"}]
                typing = ["mypy"]
                round = [{include-group = "round"}]
                odd = [{include-group = "typing", more = 1}]
                """);
        assertThat(read("pyproject.toml:test-it").requirements())
                .extracting(written -> written.requirement().toString() + " " + written.where())
                .containsExactly("pytest>7 pyproject.toml:2", "mypy pyproject.toml:3");
        assertThat(faults("pyproject.toml:round").get(0).what()).contains("circle");
        assertThat(faults("pyproject.toml:odd").get(0).where()).isEqualTo("pyproject.toml:5");
        assertThat(faults("pyproject.toml:none").get(0).detail()).contains("Test_It, typing");
        assertThat(faults("pyproject.toml").get(0).what()).contains("no [project] table");
    }

    @Test
    void readsAProjectsDependencies() throws IOException {
        write("pyproject.toml", """
                [project]
                name = "My.Project"
                version = "1.5"
                dependencies = [
                  "flask>=2",
                  "numpy",
                ]
                [project.optional-dependencies]
                Dev_Tools = ["pytest; python_version > '3'", "my-project[fast]"]
                fast = ["orjson", "my_project[dev-tools]"]
                slow = ["nothing"]
                [tool.x]
                y = 1979-05-27
                z = 1.5
                """);
        assertThat(places(read("pyproject.toml").requirements()))
                .containsExactly("flask pyproject.toml:5", "numpy pyproject.toml:6");
        assertThat(places(read("pyproject.toml[dev.tools]").requirements()))
                .containsExactly(
                        "flask pyproject.toml:5",
                        "numpy pyproject.toml:6",
                        "pytest pyproject.toml:9",
                        "orjson pyproject.toml:10");
        assertThat(faults("pyproject.toml[gone]").get(0).toString())
                .contains("no extra gone")
                .contains("Dev_Tools, fast, slow");
    }

    @Test
    void aMarkerBesideTheProjectsOwnExtraHoldsForAllOfIt() throws IOException {
        write("pyproject.toml", """
                [project]
                name = "app"
                dependencies = ["app[win]; sys_platform == 'win32'"]
                [project.optional-dependencies]
                win = ["pywin32", "wmi; python_version < '3.12' or extra == 'x'", "app[deep]", "x @ https://h/x-1-py3-none-any.whl"]
                deep = ["colorama"]
                all = ["app[deep]"]
                """);
        assertThat(read("pyproject.toml").requirements().stream()
                        .map(line -> line.requirement().toString()))
                .containsExactly(
                        "pywin32; sys_platform == \"win32\"",
                        "wmi; (python_version < \"3.12\" or extra == \"x\") and sys_platform == \"win32\"",
                        "colorama; sys_platform == \"win32\"",
                        "x @ https://h/x-1-py3-none-any.whl ; sys_platform == \"win32\"");
        assertThat(read("pyproject.toml[all]").requirements().stream()
                        .map(line -> line.requirement().toString()))
                .contains("colorama");
    }

    @Test
    void notesWhatUvAloneReadsInAProject() throws IOException {
        write("pyproject.toml", """
                [project]
                name = "app"
                dependencies = ["torch"]
                [tool.uv]
                override-dependencies = ["x"]
                dev-dependencies = []
                [tool.uv.sources]
                torch = { index = "cpu" }
                """);
        assertThat(read("pyproject.toml").notes())
                .singleElement()
                .asString()
                .contains("pyproject.toml:4", "override-dependencies, sources", "uv.lock");
    }

    @Test
    void saysWhyAProjectsDependenciesCannotBeRead() throws IOException {
        write("dynamic/pyproject.toml", "[project]\nname = 'x'\ndynamic = ['dependencies']\n");
        write("poetry/pyproject.toml", "[tool.poetry.dependencies]\nflask = '*'\n");
        write("broken/pyproject.toml", "[project]\nname = 'x\n");
        write("bad/pyproject.toml", "[project]\nname = 'x'\ndependencies = ['a b', 1]\n");
        List<Fault> faults = faults(
                "dynamic/pyproject.toml", "poetry/pyproject.toml", "broken/pyproject.toml", "bad/pyproject.toml");
        assertThat(faults.stream().map(Fault::where))
                .containsExactly(
                        "dynamic/pyproject.toml:3",
                        "poetry/pyproject.toml",
                        "broken/pyproject.toml:2",
                        "bad/pyproject.toml:3",
                        "bad/pyproject.toml:3");
        assertThat(faults.get(1).next()).contains("poetry.lock");
    }

    @Test
    void notesWhatHasNoEffect() throws IOException {
        write("requirements.txt", "--trusted-host x\n--only-binary :all:\n--prefer-binary\nflask\n");
        assertThat(read("requirements.txt").notes())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("requirements.txt:1: --trusted-host has no effect");
    }

    @Test
    void aCircleIsShownWhole() throws IOException {
        write("requirements.txt", "-r a.txt");
        write("a.txt", "-c requirements.txt");
        assertThat(faults("requirements.txt").get(0).detail())
                .isEqualTo("requirements.txt -> a.txt -> requirements.txt");
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<Word> words(String... texts) {
        List<Word> words = new ArrayList<>();
        for (String text : texts) {
            words.add(new Word(text, "<requirement>"));
        }
        return words;
    }

    private Asked read(String... texts) throws IOException {
        return new RequirementReader(folder, Map.of()).read(words(texts), List.of(), List.of(), List.of());
    }

    private List<Fault> faults(String... texts) {
        FaultException e = catchThrowableOfType(FaultException.class, () -> read(texts));
        assertThat(e).as("no fault").isNotNull();
        return e.faults();
    }

    @Test
    void overridesAndExclusionsStandApart() throws IOException {
        write("over.txt", "urllib3<2  # both agree\n-r more.txt\n-c hold.txt\n");
        write("more.txt", "six[x]==1; sys_platform == 'linux'\n");
        write("hold.txt", "idna<4\n");
        Asked asked = new RequirementReader(folder, Map.of())
                .read(words("demo"), List.of(), words("over.txt", "attrs"), words("Open_CV", "open-cv"));
        assertThat(places(asked.overrides()))
                .containsExactly("urllib3 over.txt:1", "six more.txt:1", "attrs <requirement>");
        assertThat(places(asked.constraints())).containsExactly("idna hold.txt:1");
        assertThat(places(asked.requirements())).containsExactly("demo <requirement>");
        assertThat(asked.exclusions()).hasToString("{open-cv=<requirement>}");
        assertThat(asked.inputs())
                .containsEntry(
                        "overrides over.txt", List.of("urllib3<2", "six[x]==1; sys_platform == 'linux'", "-c idna<4"))
                .containsEntry("overrides", List.of("attrs"))
                .containsEntry("exclusions", List.of("open-cv"));
        assertThat(read("demo").inputs()).containsOnlyKeys("requirements");
    }

    @Test
    void whatContradictsItselfIsToldTogether() throws IOException {
        write("uv.lock", "version = 1\n");
        FaultException told = catchThrowableOfType(
                FaultException.class,
                () -> new RequirementReader(folder, Map.of())
                        .read(words("uv.lock"), List.of(), words("six", "uv.lock"), words("SIX", "attrs<2")));
        assertThat(told)
                .hasMessageContainingAll(
                        "six is overridden and excluded",
                        "An exclusion is the name of a package alone",
                        "attrs<2",
                        "A lock of another tool can't be among the overrides",
                        "A lock of another tool stands alone",
                        "nothing can be excluded from it");
    }

    private static List<String> places(List<WrittenRequirement> written) {
        return written.stream()
                .map(one -> one.requirement().name() + " " + one.where())
                .toList();
    }
}
