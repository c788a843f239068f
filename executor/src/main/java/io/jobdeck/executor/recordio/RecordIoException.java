package io.jobdeck.executor.recordio;

import java.io.IOException;

/** The bytes received are not RecordIO; the stream they came from cannot be read any further. */
public final class RecordIoException extends IOException {

    public RecordIoException(String message) {
        super(message);
    }
}
