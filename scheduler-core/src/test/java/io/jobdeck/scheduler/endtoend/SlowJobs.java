package io.jobdeck.scheduler.endtoend;

import io.jobdeck.executor.JobdeckExecutor;
import io.jobdeck.executor.job.ShardingContext;
import io.jobdeck.executor.job.SimpleJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** A user's app whose job notes in a file when an item begins and ends, and takes its time between the two. */
public final class SlowJobs {

    private SlowJobs() {
    }

    public static void main(String[] args) {
        System.exit(JobdeckExecutor.create().run());
    }

    /** The job's parameter is {@code <file>|<milliseconds>}. */
    public static final class NotingJob implements SimpleJob {

        @Override
        public void execute(ShardingContext context) throws IOException, InterruptedException {
            String[] parameter = context.jobParameter().split("\\|");
            note(parameter[0], "begin", context);
            boolean cancelled = context.cancellation().await(Duration.ofMillis(Long.parseLong(parameter[1])));
            note(parameter[0], cancelled ? "cancelled" : "end", context);
        }

        private static void note(String file, String what, ShardingContext context) throws IOException {
            Files.writeString(Path.of(file), what + " " + context.shardingItem() + " " + context.taskId() + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
