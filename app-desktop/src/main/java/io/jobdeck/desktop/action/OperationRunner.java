package io.jobdeck.desktop.action;

import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.ProgressHandle;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.OperationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs operations on threads of its own, so that the window never waits, and shows progress of those that take longer
 * than half a second. Results are handed over on the interface thread.
 */
public final class OperationRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int THREADS = 4;

    private final UiExecutor ui;
    private final DialogService dialogs;
    private final Texts texts;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;

    public OperationRunner(UiExecutor ui, DialogService dialogs, Texts texts) {
        this.ui = ui;
        this.dialogs = dialogs;
        this.texts = texts;
        AtomicInteger number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(THREADS,
                work -> daemon(work, "jobdeck-operation-" + number.incrementAndGet()));
        timer = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "jobdeck-operation-progress"));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Does it to one item after the other, also after one has failed. Called on the interface thread. */
    <T> void run(Batch<T> batch, Consumer<BatchResult<T>> onDone) {
        Progress progress = new Progress(batch.progress(), batch.items().size());
        workers.execute(() -> {
            BatchResult<T> result = work(batch, progress);
            ui.run(() -> {
                progress.end();
                onDone.accept(result);
            });
        });
    }

    private <T> BatchResult<T> work(Batch<T> batch, Progress progress) {
        List<T> succeeded = new ArrayList<>();
        List<BatchResult.Failure<T>> failed = new ArrayList<>();
        for (T item : batch.items()) {
            attempt(batch, item).ifPresentOrElse(
                    why -> failed.add(new BatchResult.Failure<>(item, why)), () -> succeeded.add(item));
            progress.done(succeeded.size() + failed.size());
        }
        return new BatchResult<>(succeeded, failed);
    }

    private <T> Optional<Refusal> attempt(Batch<T> batch, T item) {
        try {
            batch.operation().accept(item);
            return Optional.empty();
        } catch (OperationException refused) {
            LOG.info("{}: {}", batch.progress(), refused.getMessage());
            return Optional.of(new Refusal(refused.getMessage(), refused.problems(),
                    refused.kind() == OperationException.Kind.STALE));
        } catch (RuntimeException unexpected) {
            LOG.error("{} failed", batch.progress(), unexpected);
            return Optional.of(new Refusal(texts.get("operation.unexpected"), List.of()));
        }
    }

    /** Returns what hands results over. */
    UiExecutor ui() {
        return ui;
    }

    /** Stops; what is under way is interrupted. */
    @Override
    public void close() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    private final class Progress {

        private final String what;
        private final int total;
        private final ScheduledFuture<?> beginning;
        private volatile int done;
        private boolean ended;
        private ProgressHandle shown;

        Progress(String what, int total) {
            this.what = what;
            this.total = total;
            beginning = timer.schedule(() -> ui.run(this::show), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }

        void done(int count) {
            done = count;
            ui.run(this::refresh);
        }

        private void show() {
            if (!ended) {
                shown = dialogs.progress(what);
                refresh();
            }
        }

        private void refresh() {
            if (shown != null) {
                shown.at(done, total);
            }
        }

        private void end() {
            ended = true;
            beginning.cancel(false);
            if (shown != null) {
                shown.close();
                shown = null;
            }
        }
    }
}
