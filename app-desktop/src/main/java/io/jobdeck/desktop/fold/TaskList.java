package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.LostTask;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tasks in flight, tasks that were given up, and those that Elastic-Job-Cloud 2.1.5 left. */
final class TaskList {

    private final Map<String, List<TaskRecord>> parts = new HashMap<>();
    private final Map<MetaInfo, TaskRecord> byItem = new HashMap<>();
    private final Map<TaskId, TaskRecord> byId = new HashMap<>();
    private final Map<TaskId, LostTask> lost = new HashMap<>();
    private final Map<MetaInfo, TaskId> left = new HashMap<>();
    private final Grouped<String, MetaInfo> ofJob = new Grouped<>();
    private final Grouped<String, MetaInfo> ofApp = new Grouped<>();

    /**
     * Takes the records of some tasks of one run.
     *
     * @param changed told of each record that came, changed or went
     */
    void setPart(String path, Optional<String> text, Consumer<TaskRecord> changed) {
        List<TaskRecord> records = Values.read(Codecs.RUN_PART, text).orElse(List.of());
        List<TaskRecord> before = records.isEmpty() ? parts.remove(path) : parts.put(path, records);
        Map<TaskId, TaskRecord> staying = new HashMap<>();
        records.forEach(task -> staying.put(task.taskId(), task));
        List<TaskRecord> touched = new ArrayList<>();
        if (before != null) {
            before.stream().filter(task -> !staying.containsKey(task.taskId())).forEach(touched::add);
            touched.forEach(this::remove);
        }
        records.stream().filter(task -> !task.equals(byId.get(task.taskId()))).forEach(task -> {
            put(task);
            touched.add(task);
        });
        touched.forEach(changed);
    }

    private void put(TaskRecord task) {
        MetaInfo item = task.metaInfo();
        byItem.put(item, task);
        byId.put(task.taskId(), task);
        ofJob.put(item.jobName(), item);
        ofApp.put(task.appName(), item);
    }

    private void remove(TaskRecord task) {
        byId.remove(task.taskId());
        MetaInfo item = task.metaInfo();
        TaskRecord current = byItem.get(item);
        // The item may run again already, as another task.
        if (current != null && current.taskId().equals(task.taskId())) {
            byItem.remove(item);
            ofJob.remove(item);
            ofApp.remove(item);
        }
    }

    void setLost(TaskId task, Optional<String> text) {
        Values.set(lost, task, Values.read(Codecs.LOST_TASK, text));
    }

    /** Takes the 2.1.5 node of a daemon task; returns the tasks that it names now and named before. */
    Collection<TaskId> setLeft(MetaInfo item, Optional<String> text) {
        Optional<TaskId> before = leftAt(item);
        Values.set(left, item, text.flatMap(TaskList::parsed).filter(task -> task.metaInfo().equals(item)));
        List<TaskId> touched = new ArrayList<>();
        before.ifPresent(touched::add);
        leftAt(item).ifPresent(touched::add);
        return touched;
    }

    /** Returns the task of the item that the 2.1.5 node names. */
    Optional<TaskId> leftAt(MetaInfo item) {
        return Optional.ofNullable(left.get(item));
    }

    private static Optional<TaskId> parsed(String text) {
        try {
            return Optional.of(TaskId.parse(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    Set<MetaInfo> itemsOfJob(String job) {
        return ofJob.of(job);
    }

    Optional<TaskRecord> task(MetaInfo item) {
        return Optional.ofNullable(byItem.get(item));
    }

    Set<String> jobs() {
        return ofJob.groups();
    }

    int ofJob(String job) {
        return ofJob.count(job);
    }

    int ofApp(String app) {
        return ofApp.count(app);
    }

    int size() {
        return byId.size();
    }

    Optional<TaskFacts> facts(TaskId task, Configs configs, Queues queues) {
        Optional<TaskRecord> record = Optional.ofNullable(byId.get(task));
        Optional<LostTask> givenUp = Optional.ofNullable(lost.get(task)).filter(any -> record.isEmpty());
        boolean leftBehind = task.equals(left.get(task.metaInfo())) && !byItem.containsKey(task.metaInfo());
        if (record.isEmpty() && givenUp.isEmpty() && !leftBehind) {
            return Optional.empty();
        }
        String app = record.map(TaskRecord::appName).or(() -> configs.appOf(task.jobName())).orElse("");
        return Optional.of(new TaskFacts(task, app, record, givenUp, queues.failed(task.metaInfo())));
    }
}
