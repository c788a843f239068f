package io.jobdeck.executor.internal.mesos;

import static io.jobdeck.executor.internal.mesos.UpdateState.TASK_FINISHED;
import static io.jobdeck.executor.internal.mesos.UpdateState.TASK_RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.executor.internal.mesos.AgentTransport.Answer;
import io.jobdeck.executor.internal.mesos.FakeTransport.Sent;
import io.jobdeck.executor.internal.mesos.FakeTransport.Subscription;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentSessionTest {

    private final FakeTransport agent = new FakeTransport();
    private final RecordingListener listener = new RecordingListener();
    private AgentSession session = session(true, Duration.ofMinutes(1));

    @AfterEach
    void closeSession() {
        session.close();
    }

    @Test
    void passesOnWhatTheAgentAsks() {
        Subscription first = subscribed();

        first.launch("t-1");
        first.event("{\"type\":\"KILL\",\"kill\":{\"task_id\":{\"value\":\"t-1\"}}}");
        first.event("{\"type\":\"MESSAGE\",\"message\":{\"data\":\"U1RPUA==\"}}");

        awaitTrue(() -> assertThat(listener.heard).containsExactly("launch t-1", "kill t-1", "message STOP"));
    }

    @Test
    void sendsUpdatesOnlyOnceSubscribed() {
        session.start(listener);
        session.send(StatusUpdate.now("t-1", TASK_RUNNING, ""));
        Subscription first = subscription(1);
        assertThat(agent.updates).isEmpty();

        first.subscribed();

        assertThat(update(1).state()).isEqualTo("TASK_RUNNING");
    }

    @Test
    void sendsUpdatesInOrderOneAtATime() {
        subscribed();
        session.send(StatusUpdate.now("t-1", TASK_RUNNING, ""));
        session.send(StatusUpdate.now("t-1", TASK_FINISHED, ""));

        Sent running = update(1);
        settle();
        assertThat(agent.updates).hasSize(1);
        running.accept();

        assertThat(update(2).state()).isEqualTo("TASK_FINISHED");
    }

    @Test
    void sendsAnUpdateAgainThatDidNotGetThrough() {
        subscribed();
        session.send(StatusUpdate.now("t-1", TASK_RUNNING, ""));
        session.send(StatusUpdate.now("t-1", TASK_FINISHED, ""));

        update(1).answer().completeExceptionally(new IOException("broken pipe"));
        update(2).answer().complete(new Answer(503, "recovering"));
        update(3).accept();

        assertThat(List.of(update(2).uuid(), update(3).uuid())).containsOnly(update(1).uuid());
        assertThat(update(4).state()).isEqualTo("TASK_FINISHED");
    }

    @Test
    void leavesOutAnUpdateThatTheAgentWillNeverTake() {
        subscribed();
        session.send(StatusUpdate.now("t-1", TASK_RUNNING, ""));
        session.send(StatusUpdate.now("t-1", TASK_FINISHED, ""));

        update(1).answer().complete(new Answer(400, "not valid"));
        update(2).accept();
        subscription(1).acknowledge("t-1", update(2).uuid());

        awaitDone(session.allAcknowledged());
    }

    @Test
    void aNewSubscriptionCarriesWhatTheAgentHasNotAcknowledged() {
        Subscription first = subscribed();
        first.launch("t-1");
        first.launch("t-2");
        session.send(StatusUpdate.now("t-1", TASK_RUNNING, ""));
        update(1).accept();
        first.acknowledge("t-1", update(1).uuid());
        session.send(StatusUpdate.now("t-1", TASK_FINISHED, ""));
        session.send(StatusUpdate.now("t-2", TASK_RUNNING, ""));
        update(2).accept();

        first.stream().ended("EOF");

        JsonObject again = subscription(2).call().getAsJsonObject("subscribe");
        assertThat(states(again)).containsExactly("TASK_FINISHED", "TASK_RUNNING");
        JsonArray tasks = again.getAsJsonArray("unacknowledged_tasks");
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0)).hasToString("{\"task_id\":{\"value\":\"t-2\"}}");
    }

    @Test
    void whatASubscriptionHasCarriedIsNotSentAgainAndWhatCameLaterIs() {
        Subscription first = subscribed();
        session.send(StatusUpdate.now("t-1", TASK_RUNNING, ""));
        update(1).accept();
        first.stream().ended("EOF");
        Subscription second = subscription(2);
        session.send(StatusUpdate.now("t-1", TASK_FINISHED, ""));
        settle();
        assertThat(states(second.call().getAsJsonObject("subscribe"))).containsExactly("TASK_RUNNING");

        second.subscribed();

        assertThat(update(2).state()).isEqualTo("TASK_FINISHED");
    }

    @Test
    void anAttemptToSubscribeThatFailsLosesNothing() {
        subscribed().stream().ended("EOF");
        Subscription second = subscription(2);
        session.send(StatusUpdate.now("t-1", TASK_FINISHED, ""));
        settle();
        second.stream().ended("connection refused");
        Subscription third = subscription(3);
        assertThat(states(third.call().getAsJsonObject("subscribe"))).containsExactly("TASK_FINISHED");
        third.stream().refused(new Answer(503, "recovering"));

        assertThat(states(subscription(4).call().getAsJsonObject("subscribe"))).containsExactly("TASK_FINISHED");
    }

    @Test
    void aFormerStreamIsNotHeardAnyMore() {
        Subscription first = subscribed();
        first.stream().ended("EOF");
        subscription(2).subscribed();

        first.launch("t-old");
        first.stream().ended("again");
        subscription(2).launch("t-new");

        awaitTrue(() -> assertThat(listener.heard).containsExactly("launch t-new"));
        assertThat(agent.subscriptions).hasSize(2);
    }

    @Test
    void withoutCheckpointingTheEndOfTheStreamIsTheEnd() {
        sessionWith(false, Duration.ofMinutes(1));
        subscribed().stream().ended("EOF");

        assertThat(end().kind()).isEqualTo(SessionEnd.Kind.AGENT_GONE);
        awaitDone(session.allAcknowledged());
    }

    @Test
    void anAgentThatDoesNotComeBackInTimeIsGone() {
        sessionWith(true, Duration.ofMillis(100));
        subscribed().stream().ended("EOF");
        await().until(() -> {
            agent.subscriptions.forEach(each -> each.stream().ended("connection refused"));
            return !listener.ends.isEmpty();
        });

        assertThat(end().kind()).isEqualTo(SessionEnd.Kind.AGENT_GONE);
        assertThat(end().text()).contains("did not come back");
    }

    @Test
    void anAgentThatComesBackInTimeStopsTheClock() {
        sessionWith(true, Duration.ofMillis(500));
        subscribed().stream().ended("EOF");
        subscription(2).subscribed();

        await().during(Duration.ofMillis(600)).until(() -> listener.ends.isEmpty());
    }

    @Test
    void anExecutorThatTheAgentDoesNotKnowEnds() {
        session.start(listener);
        subscription(1).stream().refused(new Answer(400, "Framework cannot be found"));

        assertThat(end()).isEqualTo(new SessionEnd(SessionEnd.Kind.REFUSED,
                "The agent refuses this executor: 400 Framework cannot be found"));
    }

    @Test
    void anErrorOfTheAgentIsTheEnd() {
        subscribed().event("{\"type\":\"ERROR\",\"error\":{\"message\":\"no more\"}}");

        assertThat(end()).isEqualTo(new SessionEnd(SessionEnd.Kind.REFUSED, "The agent reports an error: no more"));
    }

    @Test
    void shutdownMayComeFirst() {
        session.start(listener);
        subscription(1).event("{\"type\":\"SHUTDOWN\"}");

        assertThat(end().kind()).isEqualTo(SessionEnd.Kind.SHUTDOWN);
    }

    @Test
    void theEndIsToldOnce() {
        Subscription first = subscribed();
        first.event("{\"type\":\"SHUTDOWN\"}");
        first.event("{\"type\":\"SHUTDOWN\"}");
        first.launch("t-after");

        awaitTrue(() -> assertThat(listener.heard).containsExactly("launch t-after"));
        assertThat(listener.ends).hasSize(1);
    }

    @Test
    void aTaskGroupIsRefusedTaskByTask() {
        subscribed().event("""
                {"type":"LAUNCH_GROUP","launch_group":{"task_group":{"tasks":[{"task_id":{"value":"a"}},\
                {"task_id":{"value":"b"}}]}}}""");

        update(1).accept();
        assertThat(List.of(update(1), update(2))).extracting(Sent::state).containsOnly("TASK_FAILED");
        assertThat(listener.heard).isEmpty();
    }

    @Test
    void anEventThatCannotBeReadIsLeftOut() {
        Subscription first = subscribed();

        first.event("{\"type\":\"LAUNCH\"}");
        first.launch("t-1");

        awaitTrue(() -> assertThat(listener.heard).containsExactly("launch t-1"));
    }

    @Test
    void aReportAfterTheEndIsNoError() {
        session.close();

        session.send(StatusUpdate.now("t-1", TASK_RUNNING, ""));

        assertThat(agent.updates).isEmpty();
    }

    private AgentSession session(boolean checkpoint, Duration recoveryTimeout) {
        return new AgentSession(new ExecutorEnvironment(URI.create("http://127.0.0.1:1/"), "f-1", "ex-1", Path.of("."),
                checkpoint, recoveryTimeout, Duration.ofMillis(5), Duration.ofSeconds(1)), agent);
    }

    private void sessionWith(boolean checkpoint, Duration recoveryTimeout) {
        session.close();
        session = session(checkpoint, recoveryTimeout);
    }

    private Subscription subscribed() {
        session.start(listener);
        Subscription first = subscription(1);
        first.subscribed();
        return first;
    }

    private Subscription subscription(int number) {
        awaitTrue(() -> assertThat(agent.subscriptions).hasSizeGreaterThanOrEqualTo(number));
        return agent.subscriptions.get(number - 1);
    }

    private Sent update(int number) {
        awaitTrue(() -> assertThat(agent.updates).hasSizeGreaterThanOrEqualTo(number));
        return agent.updates.get(number - 1);
    }

    private SessionEnd end() {
        awaitTrue(() -> assertThat(listener.ends).hasSize(1));
        return listener.ends.get(0);
    }

    /** Waits until the session has done all it was given. */
    private void settle() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        session.run(() -> reached.complete(null));
        awaitDone(reached);
    }

    private static List<String> states(JsonObject subscribe) {
        return subscribe.getAsJsonArray("unacknowledged_updates").asList().stream()
                .map(update -> update.getAsJsonObject().getAsJsonObject("status").get("state").getAsString())
                .toList();
    }

    private static void awaitDone(CompletableFuture<Void> future) {
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(5)).until(future::isDone);
    }

    private static void awaitTrue(ThrowingRunnable assertion) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(5))
                .untilAsserted(assertion);
    }
}
