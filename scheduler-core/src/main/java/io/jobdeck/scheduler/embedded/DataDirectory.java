package io.jobdeck.scheduler.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data directory of an embedded cluster, held against a second owner as long as this object is open. The operating
 * system gives the lock back when the program ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final long MIB = 1024L * 1024;
    private static final long NEEDED_MIB = 100;

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the directory if it is missing, checks that it can be used, and takes it.
     *
     * @throws EmbeddedFailure if it is no directory, cannot be written, is full, or is used by another program
     */
    static DataDirectory open(Path root) throws EmbeddedFailure {
        create(root);
        checkWritable(root);
        checkSpace(root);
        DataDirectory directory = new DataDirectory(root, takeLock(root));
        try {
            Files.writeString(ownerFile(root), Long.toString(ProcessHandle.current().pid()));
            for (Path part : new Path[] {directory.zookeeper(), directory.master(), directory.agent()}) {
                Files.createDirectories(part);
            }
            return directory;
        } catch (IOException e) {
            directory.close();
            throw notWritable(root, e);
        }
    }

    Path root() {
        return root;
    }

    Path zookeeper() {
        return root.resolve("zookeeper");
    }

    Path master() {
        return root.resolve("master");
    }

    Path agent() {
        return root.resolve("agent");
    }

    Path ports() {
        return root.resolve("ports.properties");
    }

    private static void create(Path root) throws EmbeddedFailure {
        try {
            Files.createDirectories(root);
        } catch (FileAlreadyExistsException e) {
            throw new EmbeddedFailure("The data directory " + root + " cannot be created, since " + e.getFile()
                    + " is a file. Choose another data directory, or move the file away.", e);
        } catch (IOException e) {
            throw new EmbeddedFailure("The data directory " + root + " cannot be created (" + describe(e)
                    + "). Choose a data directory that you may write.", e);
        }
    }

    private static void checkWritable(Path root) throws EmbeddedFailure {
        try {
            Files.delete(Files.createTempFile(root, ".writable", ""));
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    private static void checkSpace(Path root) throws EmbeddedFailure {
        try {
            long free = Files.getFileStore(root).getUsableSpace() / MIB;
            if (free < NEEDED_MIB) {
                throw new EmbeddedFailure("The disk of the data directory " + root + " is full: " + free + " MiB are free, "
                        + NEEDED_MIB + " MiB are needed. Free some space, or choose another data directory.");
            }
        } catch (IOException e) {
            LOG.debug("The free space of {} cannot be told: {}", root, e.getMessage());
        }
    }

    private static FileChannel takeLock(Path root) throws EmbeddedFailure {
        FileChannel channel;
        try {
            channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritable(root, e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is locked by this program itself", root);
        } catch (IOException e) {
            closeQuietly(channel);
            throw notWritable(root, e);
        }
        closeQuietly(channel);
        throw new EmbeddedFailure("The data directory " + root + " is used by another Jobdeck (" + owner(root)
                + "). Close that one first, connect to it instead, or choose another data directory.");
    }

    private static String owner(Path root) {
        try {
            return "process " + Files.readString(ownerFile(root)).strip();
        } catch (IOException e) {
            return "process unknown";
        }
    }

    private static Path ownerFile(Path root) {
        return root.resolve("lock.pid");
    }

    private static EmbeddedFailure notWritable(Path root, IOException cause) {
        return new EmbeddedFailure("The data directory " + root + " cannot be written (" + describe(cause)
                + "). Make it writable for you, or choose another data directory.", cause);
    }

    private static String describe(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("A lock file cannot be closed: {}", e.getMessage());
        }
    }

    /** Lets another program have the directory. */
    @Override
    public void close() {
        closeQuietly(lock);
    }
}
