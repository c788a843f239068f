package io.jobdeck.executor.internal.mesos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the agent asked, as short texts. */
final class RecordingListener implements AgentListener {

    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<SessionEnd> ends = new CopyOnWriteArrayList<>();

    @Override
    public void launch(String taskId, byte[] data) {
        heard.add("launch " + taskId);
    }

    @Override
    public void kill(String taskId, Optional<Duration> gracePeriod) {
        heard.add("kill " + taskId + gracePeriod.map(period -> " within " + period).orElse(""));
    }

    @Override
    public void message(byte[] data) {
        heard.add("message " + new String(data, StandardCharsets.UTF_8));
    }

    @Override
    public void end(SessionEnd reason) {
        ends.add(reason);
    }
}
