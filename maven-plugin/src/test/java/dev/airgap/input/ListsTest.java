package dev.airgap.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user writes on the command line. */
class ListsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            emptyValue = "",
            value = {
                "`` | ``",
                "a | a",
                "a,b | a;b",
                " a , b ,, c, | a;b;c",
                "torch>=2,<3 | torch>=2,<3",
                "torch>=2, <3,flask | torch>=2, <3;flask",
                "a!=1,!=2,~=3,==4,===5,b | a!=1,!=2,~=3,==4,===5;b",
                "uvicorn[a,b],x | uvicorn[a,b];x",
                "uvicorn[a,b]>=1,<2,x[c] | uvicorn[a,b]>=1,<2;x[c]",
                "torch (>=2,<3),x | torch (>=2,<3);x",
                "a; sys_platform in 'x,y',b | a; sys_platform in 'x,y';b",
                "a; x == \"p,q\",b | a; x == \"p,q\";b",
                "o'reilly.txt,b | o'reilly.txt;b",
                "a[b,c | a[b;c",
                "'a,b',c' | 'a,b';c'",
                "org/name@main,gpt2@refs/pr/1 | org/name@main;gpt2@refs/pr/1",
                "nvidia-*,torch | nvidia-*;torch",
            })
    void splits(String list, String expected) {
        List<String> parts = expected.isEmpty() ? List.of() : List.of(expected.split(";(?! )"));
        assertThat(Lists.split(list)).isEqualTo(parts);
    }

    @Test
    void aModelMayNameItsRevision() {
        assertThat(ModelArgument.of("org/name")).isEqualTo(new ModelArgument("org/name", ""));
        assertThat(ModelArgument.of(" gpt2@refs/pr/1 ")).isEqualTo(new ModelArgument("gpt2", "refs/pr/1"));
        assertThat(ModelArgument.of("a/b@v@1")).isEqualTo(new ModelArgument("a/b", "v@1"));
        for (String none : List.of("", "@main", "a/b@")) {
            assertThatThrownBy(() -> ModelArgument.of(none)).hasMessageContaining("org/name@revision");
        }
    }
}
