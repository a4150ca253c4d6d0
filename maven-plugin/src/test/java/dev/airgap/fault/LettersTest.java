package dev.airgap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    /** NUL, tab, line feed, escape, delete, next line, CSI, zero width, bidi override and isolate, line and paragraph separator, BOM, tag. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, '\t', '\n', '\r', 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x202E, 0x2066, 0x2028, 0x2029, 0xFEFF,
                0xE0001
            })
    void whatSteersTurnsOrBreaksALineIsNotPlain(int letter) {
        assertThat(Letters.isPlain(letter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '~', 'ä', 0xA0, '…', '漢', 0x1F600, 0xD83D})
    void whatPeopleWriteIsPlain(int letter) {
        assertThat(Letters.isPlain(letter)).isTrue();
    }

    @Test
    void aTextKeepsItsPlainLettersAndItsFirstOnes() {
        assertThat(Letters.plain("a\u001b[31m\u2028b", '?', 100)).isEqualTo("a?[31m?b");
        assertThat(Letters.plain("abcdef", '?', 3)).isEqualTo("abc…");
        assertThat(Letters.plain("abc", '?', 3)).isEqualTo("abc");
    }
}
