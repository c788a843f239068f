package io.jobdeck.desktop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.operations.OperationException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The agents are asked for while somebody watches; what is old stays, with the reason why there is nothing newer. */
class AgentsFeedTest {

    private final ExecutorService interfaceThread = Executors.newSingleThreadExecutor();
    private final KnownInsight insight = new KnownInsight();
    private final Asking asking = new Asking(interfaceThread::execute, new Texts(Language.ENGLISH));
    private final AgentsFeed feed = new AgentsFeed(insight, asking, System::nanoTime);

    @AfterEach
    void stop() {
        asking.close();
        interfaceThread.shutdownNow();
    }

    private void onInterface(Runnable work) {
        Executor thread = interfaceThread;
        thread.execute(work);
    }

    @Test
    void givenAnAnswer_thenCapacityIsThatOfUsableAgents() {
        insight.agents(List.of(Agents.active(1, 4, 1), Agents.active(2, 8, 2),
                Agents.in(3, AgentState.DRAINED, 100, 0)), Instant.EPOCH);

        onInterface(feed::watch);

        await().until(() -> feed.capacity().getValue().isPresent());
        Capacity capacity = feed.capacity().getValue().orElseThrow();
        assertThat(capacity.resources().total().cpus()).isEqualTo(12);
        assertThat(capacity.resources().free().cpus()).isEqualTo(9);
        assertThat(capacity.usable()).isEqualTo(2);
        assertThat(capacity.agents()).isEqualTo(3);
    }

    @Test
    void givenAClusterThatGoesAway_thenWhatWasKnownStaysWithTheReason() {
        insight.agents(List.of(Agents.active(1, 4, 1)), Instant.EPOCH);
        onInterface(feed::watch);
        await().until(() -> feed.newsProperty().get().report().isPresent());

        insight.refuse(OperationException.unavailable("The master is away.", null));
        onInterface(feed::refresh);

        await().until(() -> feed.newsProperty().get().trouble().isPresent());
        AgentsNews news = feed.newsProperty().get();
        assertThat(news.trouble()).hasValue(new Trouble(Trouble.Kind.AWAY, "The master is away."));
        assertThat(news.report().orElseThrow().agents()).hasSize(1);
    }
}
