package io.jobdeck.desktop.insight;

import io.jobdeck.scheduler.insight.AgentsReport;
import io.jobdeck.scheduler.insight.ClusterInsight;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The agents, asked for every few seconds while somebody watches; less often where the answer takes long. Interface thread
 * only.
 */
public final class AgentsFeed {

    private static final Duration PAUSE = Duration.ofSeconds(3);
    /** So that a cluster that answers slowly is not busy with answering. */
    private static final int PAUSE_PER_ANSWER = 5;

    private final ClusterInsight insight;
    private final Asking asking;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<AgentsNews> news = new ReadOnlyObjectWrapper<>(this, "news", AgentsNews.NONE);
    private final ObservableValue<Optional<Capacity>> capacity = news.map(now -> now.report().map(Capacity::of));
    private int watchers;
    private volatile long askedAt;
    private Optional<Future<?>> next = Optional.empty();

    /**
     * Asks nothing yet.
     *
     * @param nanos the clock, in nanoseconds
     */
    public AgentsFeed(ClusterInsight insight, Asking asking, LongSupplier nanos) {
        this.insight = insight;
        this.asking = asking;
        this.nanos = nanos;
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<AgentsNews> newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** Returns what the cluster has in all, empty until it is known; current while somebody watches. */
    public ObservableValue<Optional<Capacity>> capacity() {
        return capacity;
    }

    /** Begins to watch; ends with {@link #unwatch()}. */
    public void watch() {
        watchers++;
        if (watchers == 1) {
            plan(Duration.ZERO);
        }
    }

    /** Ends a watch. */
    public void unwatch() {
        watchers--;
        if (watchers == 0) {
            next.ifPresent(waiting -> waiting.cancel(false));
            next = Optional.empty();
        }
    }

    /** Asks now, as a person wants it. */
    public void refresh() {
        next.ifPresent(waiting -> waiting.cancel(false));
        plan(Duration.ZERO);
    }

    private void plan(Duration pause) {
        next = Optional.of(asking.ask(pause, this::ask, this::known, this::failed));
    }

    private AgentsReport ask() {
        askedAt = nanos.getAsLong();
        return insight.agents();
    }

    private void known(AgentsReport report) {
        news.set(new AgentsNews(Optional.of(report), Optional.empty()));
        goOn();
    }

    private void failed(Trouble trouble) {
        news.set(new AgentsNews(news.get().report(), Optional.of(trouble)));
        goOn();
    }

    private void goOn() {
        if (watchers > 0) {
            Duration taken = Duration.ofNanos(nanos.getAsLong() - askedAt).multipliedBy(PAUSE_PER_ANSWER);
            plan(taken.compareTo(PAUSE) > 0 ? taken : PAUSE);
        }
    }
}
