package io.jobdeck.desktop.action;

import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A batch at work on several threads: each takes the next piece until none is left or a person stops it, also after one has
 * failed. A piece is one item, or as many as travel well in one call.
 *
 * @param <T> what it is done to
 */
final class BatchRun<T> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);
    /** More are done in calls on many, if there is such a call. */
    static final int FEW = 3;
    /** As many as the operations deal with at a time, so that stopping waits for one round only. */
    private static final int PIECE = 48;
    private static final int MOST_AT_ONCE = 4;
    private static final int WORTH_SEVERAL_THREADS = 8;

    private final Batch<T> batch;
    private final Texts texts;
    private final BooleanSupplier stopped;
    private final Heard heard;
    private final boolean manyAtOnce;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReferenceArray<Object> outcomes;

    /** Hears of progress on the threads that work. */
    @FunctionalInterface
    interface Heard {
        void progress(int done, int failed, String current);
    }

    BatchRun(Batch<T> batch, Texts texts, BooleanSupplier stopped, Heard heard) {
        this.batch = batch;
        this.texts = texts;
        this.stopped = stopped;
        this.heard = heard;
        manyAtOnce = batch.work().many().isPresent() && batch.items().size() > FEW;
        outcomes = new AtomicReferenceArray<>(batch.items().size());
    }

    /** Returns on how many threads it works best. */
    int threads() {
        return manyAtOnce || batch.items().size() < WORTH_SEVERAL_THREADS ? 1 : MOST_AT_ONCE;
    }

    /** Works until nothing is left. */
    void work() {
        int piece = manyAtOnce ? PIECE : 1;
        for (int from = next.getAndAdd(piece); from < batch.items().size() && !stopped.getAsBoolean();
                from = next.getAndAdd(piece)) {
            int to = Math.min(batch.items().size(), from + piece);
            heard.progress(done.get(), failed.get(), current(from, to));
            if (manyAtOnce) {
                attemptMany(from, to);
            } else {
                attempt(from);
            }
            heard.progress(done.get(), failed.get(), current(from, to));
        }
    }

    private String current(int from, int to) {
        String first = batch.name().apply(batch.items().get(from));
        return to - from == 1 ? first : texts.get("bulk.and-others", first, to - from - 1);
    }

    private void attempt(int index) {
        T item = batch.items().get(index);
        try {
            ended(index, new BatchResult.Success<>(item, batch.work().each().applyAsInt(item)));
        } catch (RuntimeException refused) {
            ended(index, new BatchResult.Failure<>(item, refusal(refused)));
        }
    }

    private void attemptMany(int from, int to) {
        List<T> items = batch.items().subList(from, to);
        try {
            List<Optional<RuntimeException>> refusals = batch.work().many().orElseThrow().apply(items);
            for (int i = 0; i < items.size(); i++) {
                T item = items.get(i);
                ended(from + i, refusals.get(i).<Object>map(why -> new BatchResult.Failure<>(item, refusal(why)))
                        .orElseGet(() -> new BatchResult.Success<>(item, 1)));
            }
        } catch (RuntimeException refused) {
            for (int i = 0; i < items.size(); i++) {
                ended(from + i, new BatchResult.Failure<>(items.get(i), refusal(refused)));
            }
        }
    }

    private void ended(int index, Object outcome) {
        outcomes.set(index, outcome);
        done.incrementAndGet();
        if (outcome instanceof BatchResult.Failure) {
            failed.incrementAndGet();
        }
    }

    private Refusal refusal(RuntimeException why) {
        if (why instanceof OperationException refused) {
            LOG.info("{}: {}", batch.progress(), refused.getMessage());
            return new Refusal(refused.getMessage(), refused.problems(), refused.kind() == OperationException.Kind.STALE);
        }
        LOG.error("{} failed", batch.progress(), why);
        return new Refusal(texts.get("operation.unexpected"), List.of());
    }

    /** Returns what became of each; complete once {@link #work()} has returned on all threads. */
    BatchResult<T> result() {
        List<BatchResult.Success<T>> succeeded = new ArrayList<>();
        List<BatchResult.Failure<T>> failures = new ArrayList<>();
        List<T> notDone = new ArrayList<>();
        for (int i = 0; i < batch.items().size(); i++) {
            T item = batch.items().get(i);
            if (outcomes.get(i) instanceof BatchResult.Success<?> success) {
                succeeded.add(new BatchResult.Success<>(item, success.count()));
            } else if (outcomes.get(i) instanceof BatchResult.Failure<?> failure) {
                failures.add(new BatchResult.Failure<>(item, failure.why()));
            } else {
                notDone.add(item);
            }
        }
        return new BatchResult<>(succeeded, failures, notDone);
    }
}
