package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * The tasks of one launch of a run that share a node of the registry: those of 64 items in a row. What has happened to them since
 * the node was written waits here for the next write. Owned by the loop's thread.
 */
final class RunPart {

    private static final int ITEMS = Long.SIZE;

    private final String name;
    private final int firstItem;
    private long items;
    private long ending;
    private List<TaskEnd> ends = new ArrayList<>();
    private List<Runnable> acknowledgements = new ArrayList<>();
    /** Whether its node exists. */
    boolean stored;

    RunPart(String name, int anyItem) {
        this.name = name;
        this.firstItem = anyItem / ITEMS * ITEMS;
    }

    /** Returns the name of the part that the task belongs to, unique within its job. */
    static String nameOf(TaskRecord task) {
        String launch = task.origin().part() == 0 ? task.runId() : task.runId() + "-" + task.origin().part();
        return launch + "-" + task.taskId().item() / ITEMS;
    }

    String name() {
        return name;
    }

    String path(JobState job) {
        return RegistryPaths.runPart(job.name(), name);
    }

    void add(int item) {
        items |= bit(item);
    }

    /** A task has ended and that has been recorded. */
    void remove(int item) {
        items &= ~bit(item);
        ending &= ~bit(item);
    }

    boolean isEmpty() {
        return items == 0;
    }

    /** Returns whether an end of the item's task waits to be recorded or is being recorded. */
    boolean isEnding(int item) {
        return (ending & bit(item)) != 0;
    }

    void end(TaskEnd end) {
        ending |= bit(end.task().taskId().item());
        ends.add(end);
    }

    /** Adds what is to be done when all that has happened so far is recorded. */
    void acknowledgeWith(Runnable acknowledgement) {
        acknowledgements.add(acknowledgement);
    }

    /** Returns the tasks that have not ended. */
    List<TaskRecord> survivors(JobState job) {
        List<TaskRecord> survivors = new ArrayList<>(Long.bitCount(items));
        for (long left = items & ~ending; left != 0; left &= left - 1) {
            survivors.add(job.tasks.get(firstItem + Long.numberOfTrailingZeros(left)));
        }
        return survivors;
    }

    List<TaskEnd> takeEnds() {
        List<TaskEnd> taken = ends;
        ends = new ArrayList<>();
        return taken;
    }

    List<Runnable> takeAcknowledgements() {
        List<Runnable> taken = acknowledgements;
        acknowledgements = new ArrayList<>();
        return taken;
    }

    /** Puts back what was taken for a write that has been refused. */
    void restore(List<TaskEnd> takenEnds, List<Runnable> takenAcknowledgements) {
        ends.addAll(0, takenEnds);
        acknowledgements.addAll(0, takenAcknowledgements);
    }

    private long bit(int item) {
        return 1L << (item - firstItem);
    }
}
