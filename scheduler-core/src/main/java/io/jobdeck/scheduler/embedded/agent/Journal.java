package io.jobdeck.scheduler.embedded.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of records that is only ever added to, each with its length and checksum. What has been committed survives the
 * end of this program and of the machine; a record cut off by such an end is dropped at the next {@link #open}.
 *
 * <p>Not thread-safe.
 */
final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int HEADER_BYTES = 8;
    private static final int LARGEST_RECORD = 64 * 1024 * 1024;

    private final Path file;
    private FileChannel channel;
    private long committed;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens or creates a journal.
     *
     * @param replay receives every record it holds, oldest first
     * @throws IOException if the file cannot be read or written
     */
    static Journal open(Path file, Consumer<byte[]> replay) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Journal journal = new Journal(file, openChannel(file));
        journal.replay(replay);
        return journal;
    }

    /** Adds a record to the next commit. */
    void append(byte[] record) {
        pending.writeBytes(frame(record));
    }

    /**
     * Makes everything appended so far durable. After a failure nothing is lost: the next commit writes the same bytes to
     * the same place.
     *
     * @throws IOException if it cannot be written, such as when the disk is full
     */
    void commit() throws IOException {
        if (pending.size() == 0) {
            return;
        }
        long end = write(channel, committed, pending.toByteArray());
        channel.force(false);
        committed = end;
        pending = new ByteArrayOutputStream();
    }

    /**
     * Replaces all records, those not yet committed too; a crash leaves either the old or the new ones.
     *
     * @throws IOException if the new file cannot be written; the old one is then still in use
     */
    void rewrite(List<byte[]> records) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        records.forEach(record -> all.writeBytes(frame(record)));
        Path replacement = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(replacement);
        FileChannel next = openChannel(replacement);
        try {
            write(next, 0, all.toByteArray());
            next.force(true);
            Files.move(replacement, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            next.close();
            throw e;
        }
        channel.close();
        channel = next;
        committed = all.size();
        pending = new ByteArrayOutputStream();
    }

    /** Returns the bytes committed. */
    long size() {
        return committed;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void replay(Consumer<byte[]> records) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
        while (content.remaining() >= HEADER_BYTES) {
            content.mark();
            int length = content.getInt();
            int checksum = content.getInt();
            if (length < 0 || length > LARGEST_RECORD || length > content.remaining()) {
                content.reset();
                break;
            }
            byte[] record = new byte[length];
            content.get(record);
            if (checksum(record) != checksum) {
                content.reset();
                break;
            }
            records.accept(record);
            committed = content.position();
        }
        cutOff(content.capacity() - committed);
    }

    private void cutOff(long unreadable) throws IOException {
        if (unreadable > 0) {
            LOG.warn("{} ends with {} bytes of an incomplete record, which are dropped", file, unreadable);
            channel.truncate(committed);
        }
    }

    private static FileChannel openChannel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }

    private static long write(FileChannel channel, long position, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long next = position;
        while (buffer.hasRemaining()) {
            next += channel.write(buffer, next);
        }
        return next;
    }

    private static byte[] frame(byte[] record) {
        return ByteBuffer.allocate(HEADER_BYTES + record.length)
                .putInt(record.length).putInt(checksum(record)).put(record).array();
    }

    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record);
        return (int) crc.getValue();
    }
}
