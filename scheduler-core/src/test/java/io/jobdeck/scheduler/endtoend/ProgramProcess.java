package io.jobdeck.scheduler.endtoend;

import io.jobdeck.scheduler.SchedulerProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headless program in a process of its own. */
final class ProgramProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("REST on http://(\\S+)/api, ZooKeeper on \\S+");

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private String restAddress;

    private ProgramProcess(Process process) {
        this.process = process;
    }

    /** Starts the program, waits until it serves or ends, and returns it. */
    static ProgramProcess start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcom.google.protobuf.use_unsafe_pre22_gencode", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), SchedulerProgram.class.getName()));
        command.addAll(List.of(arguments));
        ProgramProcess program = new ProgramProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
        program.awaitReady();
        return program;
    }

    private void awaitReady() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                restAddress = ready.group(1);
                return;
            }
        }
    }

    String restAddress() {
        if (restAddress == null) {
            throw new IllegalStateException("the program did not start: " + output);
        }
        return restAddress;
    }

    /** Ends the program without a chance to do anything, as {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Holds the program still, as {@code kill -STOP}: it does nothing and knows nothing of it. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    /** Waits for the program to end by itself and returns its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program goes on: " + output);
        }
        return process.exitValue();
    }

    /** Asks the program to end, as {@code kill}, and does not wait for it. */
    void end() {
        process.destroy();
    }

    /** Asks the program to end, as {@code kill}, and waits until it has. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("the program did not end when told to");
        }
    }
}
