package io.jobdeck.scheduler.embedded.master;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** A framework with its tasks, offers and filters. Used by the master's thread only. */
final class Framework {

    private static final int MAX_COMPLETED = 1000;

    private final FrameworkID id;
    private final Instant registered = Instant.now();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Deque<Task> completed = new ArrayDeque<>();
    private final Set<HeldOffer> offers = new LinkedHashSet<>();
    private final Filters filters = new Filters();
    private final Set<String> suppressed = new HashSet<>();
    private FrameworkInfo info;
    private Optional<EventStream> stream = Optional.empty();
    private Optional<Future<?>> heartbeat = Optional.empty();
    private Optional<Future<?>> failover = Optional.empty();

    Framework(FrameworkInfo info) {
        this.id = info.getId();
        this.info = info;
    }

    FrameworkID id() {
        return id;
    }

    String name() {
        return id.getValue();
    }

    FrameworkInfo info() {
        return info;
    }

    void setInfo(FrameworkInfo newInfo) {
        info = newInfo;
    }

    Instant registered() {
        return registered;
    }

    boolean has(Capability.Type capability) {
        return FrameworkRules.has(info, capability);
    }

    boolean isConnected() {
        return stream.isPresent();
    }

    Optional<EventStream> stream() {
        return stream;
    }

    void send(Event event) {
        stream.ifPresent(open -> open.send(event));
    }

    /** Takes over with a new stream; whatever belonged to the stream before is over. */
    void connect(EventStream newStream, Future<?> itsHeartbeat, List<String> suppressedRoles) {
        disconnect();
        cancelFailover();
        stream = Optional.of(newStream);
        heartbeat = Optional.of(itsHeartbeat);
        suppressed.clear();
        suppressed.addAll(suppressedRoles);
    }

    void disconnect() {
        heartbeat.ifPresent(timer -> timer.cancel(false));
        heartbeat = Optional.empty();
        stream = Optional.empty();
        filters.clear();
    }

    void awaitFailover(Future<?> timer) {
        cancelFailover();
        failover = Optional.of(timer);
    }

    private void cancelFailover() {
        failover.ifPresent(timer -> timer.cancel(false));
        failover = Optional.empty();
    }

    Filters filters() {
        return filters;
    }

    void suppress(List<String> roles) {
        suppressed.addAll(roles.isEmpty() ? FrameworkRules.roles(info) : roles);
    }

    void revive(List<String> roles) {
        if (roles.isEmpty()) {
            suppressed.clear();
            filters.clear();
        } else {
            suppressed.removeAll(roles);
            filters.clear(roles);
        }
    }

    /** Returns the roles for which it wants offers. */
    List<String> wantingRoles() {
        return FrameworkRules.roles(info).stream().filter(role -> !suppressed.contains(role)).toList();
    }

    Set<HeldOffer> offers() {
        return offers;
    }

    Collection<Task> tasks() {
        return tasks.values();
    }

    Optional<Task> task(String taskId) {
        return Optional.ofNullable(tasks.get(taskId));
    }

    void addTask(Task task) {
        tasks.put(task.id(), task);
    }

    void completeTask(Task task) {
        if (tasks.remove(task.id(), task)) {
            completed.addLast(task);
        }
        if (completed.size() > MAX_COMPLETED) {
            completed.removeFirst();
        }
    }

    /** Returns the tasks that ended last, oldest first. */
    Collection<Task> completedTasks() {
        return completed;
    }

    @Override
    public String toString() {
        return name() + " (" + info.getName() + ")";
    }
}
