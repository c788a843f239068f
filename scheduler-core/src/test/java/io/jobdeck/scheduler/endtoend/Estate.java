package io.jobdeck.scheduler.endtoend;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** An app and a job for end-to-end tests, and what can be seen of them from outside. */
final class Estate {

    private static final Set<String> CONTAINERS = Set.of("/config/job", "/config/app", "/jobdeck/job", "/jobdeck/app",
            "/state/disable/job", "/state/disable/app", "/jobdeck/disabled/job", "/jobdeck/disabled/app");

    final Path notes;
    private final Path archive;
    private final Path classPath;

    /** @param directory where the job notes what it does, and where the app's package lies */
    Estate(Path directory) throws IOException {
        notes = Files.createFile(directory.resolve("notes.txt"));
        // In a file of its own, since a long command line cannot be read back from the running process.
        classPath = Files.writeString(directory.resolve("classpath.args"),
                "-cp \"" + System.getProperty("java.class.path") + "\"");
        archive = Files.writeString(directory.resolve("nothing.txt"), "no file is needed");
    }

    /** Returns an app whose executor is this test's own class path. */
    String app(String name) {
        String command = "exec \\\"$JAVA_HOME/bin/java\\\" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 @" + classPath
                + " " + SlowJobs.class.getName();
        return """
                {"appName":"%s","appURL":"%s","bootstrapScript":"%s","cpuCount":0.1,"memoryMB":64,"appCacheEnable":false,
                "executor":"JOBDECK"}""".formatted(name, archive.toUri(), command);
    }

    /** Returns a job with three items that take so long each. */
    String job(String name, String app, String cron, long milliseconds, String more) {
        return """
                {"jobName":"%s","appName":"%s","jobClass":"%s","jobType":"SIMPLE","jobExecutionType":"TRANSIENT",
                "cron":"%s","shardingTotalCount":3,"jobParameter":"%s|%d","cpuCount":0.1,"memoryMB":16%s}"""
                .formatted(name, app, SlowJobs.NotingJob.class.getName(), cron, notes, milliseconds, more);
    }

    /** Returns how many lines of the notes begin with the word. */
    long noted(String word) {
        return lines().stream().filter(line -> line.startsWith(word + " ")).count();
    }

    static List<TaskRecord> tasks(LiveTree tree) {
        return tree.nodes().values().stream()
                .filter(node -> NodeAddress.of(node.path()) instanceof NodeAddress.RunPart)
                .flatMap(node -> Codecs.RUN_PART.read(node.text()).stream())
                .toList();
    }

    /** Returns every path that names the job or app. */
    static List<String> traces(LiveTree tree, String name) {
        return tree.nodes().keySet().stream()
                .filter(path -> !CONTAINERS.contains(path))
                .filter(path -> path.endsWith("/" + name) || path.contains("/" + name + "/")
                        || path.contains("/" + name + "@-@"))
                .sorted()
                .toList();
    }

    /** Returns the executors of this test's app that run on this machine, whoever started them. */
    List<ProcessHandle> executors() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> process.info().commandLine().orElse("").contains(classPath.toString()))
                .toList();
    }

    /** Notes the states that tasks go through. */
    static List<TaskState> watchStates(LiveTree tree, String job) {
        List<TaskState> states = new CopyOnWriteArrayList<>();
        tree.listen(event -> {
            if (event instanceof TreeEvent.Put put && holdsTasksOf(put.node(), job)) {
                Codecs.RUN_PART.read(put.node().text()).forEach(task -> states.add(task.state()));
            }
        });
        return states;
    }

    private static boolean holdsTasksOf(TreeNode node, String job) {
        return NodeAddress.of(node.path()) instanceof NodeAddress.RunPart part && part.job().equals(job);
    }

    /** Returns the lines of the notes. */
    List<String> lines() {
        try {
            return Files.readAllLines(notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
