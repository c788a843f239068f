package io.jobdeck.scheduler.insight;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A file on its way.
 *
 * @param name its name
 * @param size in bytes, if it is known beforehand
 * @param bytes what it holds; reading throws IOException when the way breaks off
 */
public record FileDownload(String name, OptionalLong size, InputStream bytes) implements AutoCloseable {

    public FileDownload {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
