package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.executor.internal.mesos.StatusUpdate;
import io.jobdeck.executor.internal.mesos.StatusUpdates;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the reports on tasks. */
final class RecordingUpdates implements StatusUpdates {

    private final List<StatusUpdate> updates = new CopyOnWriteArrayList<>();

    @Override
    public void send(StatusUpdate update) {
        updates.add(update);
    }

    List<StatusUpdate> of(String taskId) {
        return updates.stream().filter(update -> update.taskId().equals(taskId)).toList();
    }

    StatusUpdate last(String taskId) {
        List<StatusUpdate> all = of(taskId);
        return all.get(all.size() - 1);
    }

    /** Returns state and, if there is one, message of each update, without the {@code TASK_}. */
    List<String> texts(String taskId) {
        return of(taskId).stream()
                .map(update -> (update.state().name().substring("TASK_".length()) + " " + update.message()).strip())
                .toList();
    }

    List<String> states(String taskId) {
        return of(taskId).stream().map(update -> update.state().name().substring("TASK_".length())).toList();
    }

    void awaitStates(String taskId, String... states) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(states(taskId)).containsExactly(states));
    }

    void awaitTexts(String taskId, String... texts) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(texts(taskId)).containsExactly(texts));
    }
}
