package io.jobdeck.executor.internal.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.jobdeck.executor.job.ShardingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a command, with the sharding context as JSON in one more argument (spec section 9.3). No shell is involved.
 *
 * <p>Asked to stop, the command and all processes it has started are terminated, and killed when that is not enough.
 */
final class ScriptWork implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptWork.class);
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final List<String> command;
    private final Path directory;

    /**
     * @param command program and arguments
     * @param directory where it runs, and what a relative program is relative to
     */
    ScriptWork(List<String> command, Path directory) {
        this.command = command;
        this.directory = directory;
    }

    @Override
    public void run(ShardingContext context, Cancellation cancellation) throws Exception {
        Process process = start(context);
        ScriptOutput output = ScriptOutput.of(process, context);
        ProcessTree tree = new ProcessTree(process);
        cancellation.onCancel(tree::terminate);
        cancellation.onForce(tree::kill);
        int exitCode = waitFor(process);
        output.waitForEnd();
        if (exitCode != 0) {
            throw new ScriptFailedException("%s ended with exit code %d%s".formatted(command.get(0), exitCode, output.tail()));
        }
    }

    private Process start(ShardingContext context) throws ScriptFailedException {
        List<String> words = new ArrayList<>(command);
        words.add(json(context));
        try {
            Process process = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new ScriptFailedException("%s could not be run: %s".formatted(command.get(0), e.getMessage()));
        }
    }

    /** The interrupt that follows a cancellation changes nothing here: the processes have been told, and will end. */
    private static int waitFor(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                LOG.debug("Still waiting for {} to end", process, e);
            }
        }
    }

    private static String json(ShardingContext context) {
        JsonObject json = new JsonObject();
        json.addProperty("jobName", context.jobName());
        json.addProperty("taskId", context.taskId());
        json.addProperty("shardingTotalCount", context.shardingTotalCount());
        json.addProperty("jobParameter", context.jobParameter());
        json.addProperty("shardingItem", context.shardingItem());
        json.addProperty("shardingParameter", context.shardingParameter());
        return GSON.toJson(json);
    }
}
