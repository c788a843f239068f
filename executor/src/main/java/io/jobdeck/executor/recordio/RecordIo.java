package io.jobdeck.executor.recordio;

import java.nio.charset.StandardCharsets;

/**
 * The framing of Mesos' streaming answers: the decimal length of a record, one line feed, the record itself.
 *
 * <p>See the Mesos documentation, "Scheduler HTTP API", section "RecordIO response format".
 */
public final class RecordIo {

    private RecordIo() {
    }

    /** Returns the frame that carries {@code record}. */
    public static byte[] frame(byte[] record) {
        byte[] header = (record.length + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[header.length + record.length];
        System.arraycopy(header, 0, frame, 0, header.length);
        System.arraycopy(record, 0, frame, header.length, record.length);
        return frame;
    }
}
