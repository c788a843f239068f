package io.jobdeck.executor.recordio;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes, arriving in pieces of any size, into the records it carries.
 *
 * <p>Memory is bounded: a record longer than the limit given is refused before any of it is stored. Not thread-safe;
 * feed it from one thread at a time.
 */
public final class RecordIoDecoder {

    private static final int LONGEST_HEADER = 10;

    private final int maxRecordBytes;
    private final Consumer<byte[]> records;
    private long announced;
    private int headerDigits;
    private byte[] record;
    private int filled;

    /**
     * @param maxRecordBytes the longest record accepted, in bytes
     * @param records receives each complete record, on the thread that calls {@link #feed}
     */
    public RecordIoDecoder(int maxRecordBytes, Consumer<byte[]> records) {
        this.maxRecordBytes = maxRecordBytes;
        this.records = records;
    }

    /**
     * Takes all remaining bytes of {@code piece}.
     *
     * @throws RecordIoException if they cannot be RecordIO or a record is over the limit; the decoder is then unusable
     */
    public void feed(ByteBuffer piece) throws RecordIoException {
        while (piece.hasRemaining()) {
            if (record == null) {
                readHeader(piece.get());
            } else {
                readBody(piece);
            }
        }
    }

    /** Returns whether the bytes fed so far end in the middle of a record or of its header. */
    public boolean isInsideRecord() {
        return record != null || headerDigits > 0;
    }

    private void readHeader(byte character) throws RecordIoException {
        if (character == '\n') {
            startBody();
            return;
        }
        if (character < '0' || character > '9' || ++headerDigits > LONGEST_HEADER) {
            throw new RecordIoException("expected the decimal length of a record, got byte 0x%02x after %d digits"
                    .formatted(character, Math.max(0, headerDigits - 1)));
        }
        announced = announced * 10 + (character - '0');
    }

    private void startBody() throws RecordIoException {
        if (headerDigits == 0) {
            throw new RecordIoException("expected the decimal length of a record, got an empty line");
        }
        if (announced > maxRecordBytes) {
            throw new RecordIoException("record of %d bytes is over the limit of %d".formatted(announced, maxRecordBytes));
        }
        record = new byte[(int) announced];
        filled = 0;
        deliverIfComplete();
    }

    private void readBody(ByteBuffer piece) {
        int length = Math.min(piece.remaining(), record.length - filled);
        piece.get(record, filled, length);
        filled += length;
        deliverIfComplete();
    }

    private void deliverIfComplete() {
        if (filled < record.length) {
            return;
        }
        byte[] complete = record;
        record = null;
        announced = 0;
        headerDigits = 0;
        records.accept(complete);
    }
}
