package io.jobdeck.executor.recordio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIoTest {

    private final List<String> records = new ArrayList<>();
    private final RecordIoDecoder decoder =
            new RecordIoDecoder(100, record -> records.add(new String(record, StandardCharsets.UTF_8)));

    @Test
    void aRecordIsItsLengthALineFeedAndItself() {
        assertThat(RecordIo.frame("hello".getBytes(StandardCharsets.UTF_8))).asString().isEqualTo("5\nhello");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 100})
    void recordsArriveWholeWhateverThePieces(int pieceLength) throws RecordIoException {
        byte[] bytes = "5\nhello0\n12\nhow are you?3\nbye".getBytes(StandardCharsets.UTF_8);

        for (int at = 0; at < bytes.length; at += pieceLength) {
            decoder.feed(ByteBuffer.wrap(bytes, at, Math.min(pieceLength, bytes.length - at)));
        }

        assertThat(records).containsExactly("hello", "", "how are you?", "bye");
        assertThat(decoder.isInsideRecord()).isFalse();
    }

    @Test
    void knowsThatItIsInsideARecord() throws RecordIoException {
        feed("1");
        assertThat(decoder.isInsideRecord()).isTrue();
        feed("0\nhalf");
        assertThat(decoder.isInsideRecord()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1\n", "\n", "5 \nhello", "101\n", "99999999999\n"})
    void whatIsNoRecordIsRefused(String text) {
        assertThatThrownBy(() -> feed(text)).isInstanceOf(RecordIoException.class);
    }

    private void feed(String text) throws RecordIoException {
        decoder.feed(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
