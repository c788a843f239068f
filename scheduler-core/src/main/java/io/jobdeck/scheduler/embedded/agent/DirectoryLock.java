package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second agent away from a directory; the operating system frees it when the program ends, however it ends. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws AgentStartException if another agent has it, or the directory cannot be written
     */
    static DirectoryLock take(WorkDirectory directory) throws AgentStartException {
        Path file = directory.lock();
        FileChannel channel;
        try {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new AgentStartException("The directory %s of the embedded agent cannot be written (%s). Choose another data"
                    .formatted(directory.root(), e) + " directory, or make this one writable.", e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException | IOException e) {
            closeQuietly(channel, e);
            throw inUse(directory, e);
        }
        closeQuietly(channel, null);
        throw inUse(directory, null);
    }

    private static AgentStartException inUse(WorkDirectory directory, Exception cause) {
        return new AgentStartException("The directory %s is used by another embedded agent. Stop the other program, or choose"
                .formatted(directory.root()) + " another data directory.", cause);
    }

    private static void closeQuietly(FileChannel channel, Exception reason) {
        try {
            channel.close();
        } catch (IOException e) {
            if (reason != null) {
                reason.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
