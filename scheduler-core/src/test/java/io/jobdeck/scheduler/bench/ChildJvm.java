package io.jobdeck.scheduler.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java process on the class path of this one, with a directory that is thrown away; its first argument. It says a word when
 * it is ready, and ends when its standard input does.
 */
final class ChildJvm implements AutoCloseable {

    /** Names a system property with more flags for its Java, to look into it. */
    private static final String FLAGS = "bench.cluster.flags";

    private final Path directory;
    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one with so much heap, such as {@code 1g}. */
    static ChildJvm start(Class<?> program, String heap, List<String> arguments) throws IOException {
        Path directory = Files.createTempDirectory("jobdeck-bench");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap));
        Stream.of(System.getProperty(FLAGS, "").split(" ")).filter(flag -> !flag.isBlank()).forEach(command::add);
        command.addAll(List.of("-Dcom.google.protobuf.use_unsafe_pre22_gencode", "-Dtest.log.level=ERROR",
                "-cp", System.getProperty("java.class.path"), program.getName(), directory.toString()));
        command.addAll(arguments);
        return new ChildJvm(directory, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Waits for a line that begins with the word, and returns its other words. */
    List<String> await(String word) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(word)) {
            line = output.readLine();
        }
        if (line == null) {
            close();
            throw new IOException("The process ended before it said '%s'".formatted(word));
        }
        List<String> words = List.of(line.split(" "));
        return words.subList(1, words.size());
    }

    /** Sends a line. */
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
