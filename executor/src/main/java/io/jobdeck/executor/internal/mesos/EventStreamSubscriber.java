package io.jobdeck.executor.internal.mesos;

import io.jobdeck.executor.internal.mesos.AgentTransport.Answer;
import io.jobdeck.executor.internal.mesos.AgentTransport.EventStream;
import io.jobdeck.executor.recordio.RecordIoDecoder;
import io.jobdeck.executor.recordio.RecordIoException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Cuts the endless body of a subscription into events as it arrives. */
final class EventStreamSubscriber implements BodySubscriber<Answer> {

    private static final int LARGEST_EVENT_BYTES = 64 * 1024 * 1024;
    private static final Answer STREAMED = new Answer(200, "");

    private final CompletableFuture<Answer> body = new CompletableFuture<>();
    private final RecordIoDecoder decoder;
    private Flow.Subscription subscription;

    EventStreamSubscriber(EventStream stream) {
        this.decoder = new RecordIoDecoder(LARGEST_EVENT_BYTES, stream::event);
    }

    @Override
    public CompletionStage<Answer> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        try {
            for (ByteBuffer piece : pieces) {
                decoder.feed(piece);
            }
            subscription.request(1);
        } catch (RecordIoException e) {
            subscription.cancel();
            body.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(STREAMED);
    }
}
