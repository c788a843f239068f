package io.jobdeck.desktop.action;

import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.bulk.BulkModel;
import io.jobdeck.desktop.bulk.ItemResult;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.ProgressHandle;
import io.jobdeck.desktop.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs operations on threads of its own, so that the window never waits, and shows progress of those that take longer than
 * half a second: of a single one in a notice, of many in a window in which they can be stopped. Results are handed over on
 * the interface thread.
 */
public final class OperationRunner implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration TICK = Duration.ofMillis(200);
    /** Twice what one batch uses, so that a long one does not keep a person from doing something else. */
    private static final int THREADS = 8;

    private final UiExecutor ui;
    private final DialogService dialogs;
    private final Texts texts;
    private final Clock clock = Clock.systemUTC();
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

    /** Returns what hands results over. */
    UiExecutor ui() {
        return ui;
    }

    /** Does it to all items, also after one has failed. Called on the interface thread. */
    <T> void run(Batch<T> batch, Consumer<BatchResult<T>> onDone) {
        run(batch, onDone, again -> run(batch.of(again), onDone));
    }

    /**
     * Does it to all items, also after one has failed. Called on the interface thread.
     *
     * @param onDone hears what became of it, unless a person sees that in the window of a long one
     * @param retry does it again to these
     */
    <T> void run(Batch<T> batch, Consumer<BatchResult<T>> onDone, Consumer<List<T>> retry) {
        Progress<T> progress = new Progress<>(batch, onDone, retry);
        BatchRun<T> run = new BatchRun<>(batch, texts, progress.model::isStopped, progress::heard);
        AtomicInteger working = new AtomicInteger(run.threads());
        for (int i = 0; i < run.threads(); i++) {
            workers.execute(() -> {
                run.work();
                if (working.decrementAndGet() == 0) {
                    BatchResult<T> result = run.result();
                    ui.run(() -> progress.end(result));
                }
            });
        }
    }

    /** Stops; what is under way is interrupted. */
    @Override
    public void close() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    private final class Progress<T> {

        private final Batch<T> batch;
        private final Consumer<BatchResult<T>> onDone;
        private final Consumer<List<T>> retry;
        private final BulkModel model;
        private final ScheduledFuture<?> beginning;
        private final ScheduledFuture<?> ticking;
        private boolean ended;
        private boolean windowed;
        private ProgressHandle shown;

        Progress(Batch<T> batch, Consumer<BatchResult<T>> onDone, Consumer<List<T>> retry) {
            this.batch = batch;
            this.onDone = onDone;
            this.retry = retry;
            model = new BulkModel(batch.progress(), batch.items().stream().map(batch.name()).toList(), clock.instant());
            beginning = timer.schedule(() -> ui.run(this::show), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            ticking = timer.scheduleWithFixedDelay(() -> ui.run(() -> model.passed(clock.instant())), TICK.toMillis(),
                    TICK.toMillis(), TimeUnit.MILLISECONDS);
        }

        void heard(int done, int failed, String current) {
            ui.run(() -> {
                if (!ended) {
                    model.progress(done, failed, current, clock.instant());
                }
            });
        }

        private void show() {
            if (ended) {
                return;
            }
            windowed = batch.items().size() > 1;
            if (windowed) {
                dialogs.bulk(model);
            } else {
                shown = dialogs.progress(batch.progress());
            }
        }

        private void end(BatchResult<T> result) {
            ended = true;
            beginning.cancel(false);
            ticking.cancel(false);
            if (shown != null) {
                shown.close();
            }
            model.end(results(result), () -> retry.accept(result.left()), clock.instant());
            boolean listed = batch.items().size() > 1 && !result.isComplete();
            if (listed && !windowed) {
                dialogs.bulk(model);
            }
            if (!listed) {
                onDone.accept(result);
            }
        }

        private List<ItemResult> results(BatchResult<T> result) {
            Map<T, ItemResult> of = new HashMap<>();
            result.succeeded().forEach(success -> of.put(success.item(), item(success.item(),
                    ItemResult.Outcome.SUCCEEDED, "")));
            result.failed().forEach(failure -> of.put(failure.item(), item(failure.item(), ItemResult.Outcome.FAILED,
                    failure.why().message())));
            List<ItemResult> all = new ArrayList<>();
            batch.items().forEach(each -> all.add(of.getOrDefault(each, item(each, ItemResult.Outcome.NOT_DONE, ""))));
            return all;
        }

        private ItemResult item(T item, ItemResult.Outcome outcome, String detail) {
            return new ItemResult(batch.name().apply(item), outcome, detail);
        }
    }
}
