package io.jobdeck.scheduler.mesos;

import io.jobdeck.executor.recordio.RecordIoDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.apache.mesos.v1.scheduler.Protos.Event;

/**
 * The body of the answer to SUBSCRIBE: decodes events on the callback thread, and asks for more bytes only when all
 * before were dealt with, so that a slow scheduler slows the master down instead of filling memory.
 */
final class EventRecords implements BodySubscriber<String> {

    /** What the stream brings, all of it on the callback thread. */
    interface Listener {

        /** Bytes have come; until {@link #idle()} the stream waits for the scheduler, not for the master. */
        void busy();

        void event(Event event);

        /** More bytes were asked for. */
        void idle();

        /** The stream is over; called once, and never after {@link EventRecords#cancel()}. */
        void ended(String why);
    }

    private final CallbackThread thread;
    private final WireFormat format;
    private final Listener listener;
    private final RecordIoDecoder decoder;
    private volatile boolean cancelled;
    private volatile Flow.Subscription subscription;

    EventRecords(DriverSettings settings, CallbackThread thread, Listener listener) {
        this.thread = thread;
        this.format = settings.format();
        this.listener = listener;
        this.decoder = new RecordIoDecoder(settings.longestRecord(), this::deliver);
    }

    /** The stream has an asynchronous consumer, so its answer counts as complete from the start. */
    @Override
    public CompletionStage<String> getBody() {
        return CompletableFuture.completedFuture("");
    }

    @Override
    public void onSubscribe(Flow.Subscription bytes) {
        subscription = bytes;
        if (cancelled) {
            bytes.cancel();
        } else {
            bytes.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        thread.execute(() -> consume(pieces));
    }

    @Override
    public void onError(Throwable failure) {
        thread.execute(() -> end("the stream broke: " + Failures.inWords(failure)));
    }

    @Override
    public void onComplete() {
        thread.execute(() -> end(decoder.isInsideRecord()
                ? "the master ended the stream in the middle of an event" : "the master ended the stream"));
    }

    private void consume(List<ByteBuffer> pieces) {
        if (cancelled) {
            return;
        }
        listener.busy();
        try {
            for (ByteBuffer piece : pieces) {
                decoder.feed(piece);
            }
        } catch (IOException e) {
            end("the stream is no event stream: " + e.getMessage());
        } catch (UncheckedIOException e) {
            end("the stream is no event stream: " + e.getCause().getMessage());
        }
        if (!cancelled) {
            listener.idle();
            subscription.request(1);
        }
    }

    private void deliver(byte[] record) {
        if (!cancelled) {
            try {
                listener.event(format.decode(record));
            } catch (UndecodableEventException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void end(String why) {
        if (!cancelled) {
            cancel();
            listener.ended(why);
        }
    }

    /** Closes the connection; nothing is delivered any more. */
    void cancel() {
        cancelled = true;
        Flow.Subscription bytes = subscription;
        if (bytes != null) {
            bytes.cancel();
        }
    }
}
