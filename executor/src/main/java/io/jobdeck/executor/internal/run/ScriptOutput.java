package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.job.ShardingContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs what a script prints, line by line, and remembers the last lines for the report of a failure. */
final class ScriptOutput {

    private static final int LINES_REMEMBERED = 20;
    private static final long PATIENCE_MILLIS = 500;

    private final Process process;
    private final Logger log;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;

    private ScriptOutput(Process process, ShardingContext context) {
        this.process = process;
        this.log = LoggerFactory.getLogger("jobdeck.script." + context.jobName());
        Map<String, String> logContext = MDC.getCopyOfContextMap();
        this.reader = new Thread(() -> read(logContext),
                "jobdeck-script-output " + context.jobName() + "#" + context.shardingItem());
        reader.setDaemon(true);
    }

    /** Starts to read what the process prints. */
    static ScriptOutput of(Process process, ShardingContext context) {
        ScriptOutput output = new ScriptOutput(process, context);
        output.reader.start();
        return output;
    }

    /**
     * Waits until all output is read, but not long: a process that the script left behind may hold the output open.
     *
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    void waitForEnd() throws InterruptedException {
        reader.join(PATIENCE_MILLIS);
    }

    /** Returns the last lines, to be put behind a message; empty if there was no output. */
    String tail() {
        synchronized (lastLines) {
            return lastLines.isEmpty() ? "" : ". Its last output:\n" + String.join("\n", lastLines);
        }
    }

    private void read(Map<String, String> logContext) {
        if (logContext != null) {
            MDC.setContextMap(logContext);
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.info("{}", line);
                remember(line);
            }
        } catch (IOException e) {
            log.debug("The output of the script cannot be read any further", e);
        }
    }

    private void remember(String line) {
        synchronized (lastLines) {
            if (lastLines.size() == LINES_REMEMBERED) {
                lastLines.removeFirst();
            }
            lastLines.addLast(line);
        }
    }
}
