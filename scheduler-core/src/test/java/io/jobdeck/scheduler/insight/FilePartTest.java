package io.jobdeck.scheduler.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A part of a file is text or it is not, wherever it was cut. */
class FilePartTest {

    private static boolean isBinary(byte[] bytes) {
        return new FilePart(0, bytes, bytes.length).isBinary();
    }

    @Test
    void textInAnyScriptIsText() {
        assertThat(isBinary("plain\r\n\ttext \u001b[31mred".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(isBinary("作业 été 🙂".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(isBinary(new byte[0])).isFalse();
    }

    @Test
    void textThatIsCutWithinACharacterIsStillText() {
        byte[] text = "作业🙂".getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < text.length; from++) {
            for (int to = from; to <= text.length; to++) {
                assertThat(isBinary(Arrays.copyOfRange(text, from, to))).as("%d to %d", from, to).isFalse();
            }
        }
    }

    @Test
    void otherBytesAreNot() {
        assertThat(isBinary(new byte[] {'a', 0, 'b'})).isTrue();
        assertThat(isBinary(new byte[] {'a', (byte) 0xFF, 'b'})).isTrue();
        assertThat(isBinary(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 'b'})).isTrue();
    }
}
