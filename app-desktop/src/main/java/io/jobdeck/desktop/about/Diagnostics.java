package io.jobdeck.desktop.about;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadInfo;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file about the state of this program, for whoever helps: what it is, its newest log, its threads, its settings. Every
 * text in it goes through the redaction.
 */
public final class Diagnostics {

    private static final long MOST_LOG_BYTES = 4L * 1024 * 1024;
    private static final int MOST_LOGS = 3;
    private static final int DEEPEST_STACK = 60;

    private final Path logs;
    private final List<Path> settings;
    private final Redaction redaction;
    private final Clock clock;

    /**
     * @param logs directory of the log
     * @param settings files of settings; those that do not exist are left out
     */
    public Diagnostics(Path logs, List<Path> settings, Redaction redaction, Clock clock) {
        this.logs = logs;
        this.settings = List.copyOf(settings);
        this.redaction = redaction;
        this.clock = clock;
    }

    /**
     * Writes the file whole, or not at all. Blocks; not for the interface thread.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path fresh = absolute.resolveSibling(absolute.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(fresh); ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "about.txt", clock.instant() + "\n" + AboutInfo.ofThisProgram().text());
            add(zip, "memory.txt", memory());
            add(zip, "threads.txt", threads());
            for (Path file : settings) {
                if (Files.isRegularFile(file)) {
                    add(zip, "settings/" + file.getFileName(), Files.readString(file));
                }
            }
            for (Path log : newestLogs()) {
                add(zip, "logs/" + log.getFileName(), end(log));
            }
        }
        Files.move(fresh, absolute, StandardCopyOption.REPLACE_EXISTING);
    }

    private void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(redaction.apply(text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String memory() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return "heap used %d, committed %d, at most %d bytes%nprocessors %d%nup for %d ms%n".formatted(heap.getUsed(),
                heap.getCommitted(), heap.getMax(), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getRuntimeMXBean().getUptime());
    }

    private static String threads() {
        StringBuilder text = new StringBuilder();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            text.append('"').append(thread.getThreadName()).append("\" ").append(thread.getThreadState());
            if (thread.getLockName() != null) {
                text.append(" on ").append(thread.getLockName());
            }
            text.append('\n');
            Stream.of(thread.getStackTrace()).limit(DEEPEST_STACK)
                    .forEach(frame -> text.append("    ").append(frame).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private List<Path> newestLogs() throws IOException {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
                    .limit(MOST_LOGS)
                    .toList();
        }
    }

    private static String end(Path log) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            long from = Math.max(0, channel.size() - MOST_LOG_BYTES);
            channel.position(from);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes);
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }
}
