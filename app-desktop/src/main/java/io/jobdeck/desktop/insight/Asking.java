package io.jobdeck.desktop.insight;

import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.OperationException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one cluster on threads of its own; answers and troubles come on the interface thread, unless it has been closed.
 * Safe on any thread.
 */
public final class Asking implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final int THREADS = 6;

    private final UiExecutor ui;
    private final Texts texts;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "jobdeck-insight");
        thread.setDaemon(true);
        return thread;
    });

    public Asking(UiExecutor ui, Texts texts) {
        this.ui = ui;
        this.texts = texts;
    }

    /**
     * Asks.
     *
     * @param pause how long to wait before
     * @param question blocks; runs on a thread of this object
     * @param answer hears the answer on the interface thread
     * @param trouble hears on the interface thread why there is none
     * @return can be cancelled, which also interrupts the question; then nobody hears anything
     */
    public <T> Future<?> ask(Duration pause, Supplier<T> question, Consumer<T> answer, Consumer<Trouble> trouble) {
        Once<T> once = new Once<>(question, answer, trouble);
        try {
            once.future = threads.schedule(once, pause.toMillis(), TimeUnit.MILLISECONDS);
            return once.future;
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nothing is asked any more");
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Asks at once. */
    public <T> Future<?> ask(Supplier<T> question, Consumer<T> answer, Consumer<Trouble> trouble) {
        return ask(Duration.ZERO, question, answer, trouble);
    }

    /** Asks no more; what is under way is interrupted. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private final class Once<T> implements Runnable {

        private final Supplier<T> question;
        private final Consumer<T> answer;
        private final Consumer<Trouble> trouble;
        private volatile Future<?> future;

        Once(Supplier<T> question, Consumer<T> answer, Consumer<Trouble> trouble) {
            this.question = question;
            this.answer = answer;
            this.trouble = trouble;
        }

        @Override
        public void run() {
            try {
                T given = question.get();
                tell(() -> answer.accept(given));
            } catch (OperationException refused) {
                LOG.debug("No answer: {}", refused.getMessage());
                tell(() -> trouble.accept(new Trouble(Trouble.Kind.of(refused.kind()), refused.getMessage())));
            } catch (RuntimeException unexpected) {
                LOG.error("A question to the cluster failed", unexpected);
                tell(() -> trouble.accept(new Trouble(Trouble.Kind.AWAY, texts.get("operation.unexpected"))));
            }
        }

        private void tell(Runnable news) {
            ui.run(() -> {
                Future<?> asked = future;
                if (!threads.isShutdown() && (asked == null || !asked.isCancelled())) {
                    news.run();
                }
            });
        }
    }
}
