package io.jobdeck.scheduler.rest.events;

import com.google.gson.JsonElement;
import io.javalin.http.Context;
import io.jobdeck.scheduler.rest.http.AccessControl;
import io.jobdeck.scheduler.rest.http.HttpProblemException;
import io.jobdeck.scheduler.threads.NamedThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clients that are being told of changes. Each has a thread of its own, so one that does not read delays no other. */
public final class EventStreams implements AutoCloseable {

    /** What a stream of events is sent as. */
    public static final String MEDIA_TYPE = "text/event-stream";

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int MOST_CLIENTS = 64;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final EventLog log;
    private final BooleanSupplier leads;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);
    private final ExecutorService threads = Executors.newCachedThreadPool(new NamedThreads("rest-events"));

    /**
     * @param log what is sent
     * @param leads tells whether this scheduler leads; streams end when it does not
     * @param clock dates what is sent
     */
    public EventStreams(EventLog log, BooleanSupplier leads, Clock clock) {
        this.log = log;
        this.leads = leads;
        this.clock = clock;
    }

    /**
     * Answers a call with a stream.
     *
     * @param filter what the client wants to hear of
     * @param lastEventId the last event that it has seen, if it says so
     * @param snapshot what there is now, if the client wants it first
     * @param valueOf returns what something is now; empty if it is no more
     * @throws HttpProblemException if there are too many clients already
     */
    public void open(Context context, EventFilter filter, Optional<String> lastEventId,
            Optional<Supplier<Stream<Entry.Changed>>> snapshot, Function<Entry.Changed, Optional<JsonElement>> valueOf) {
        if (!places.tryAcquire()) {
            throw new HttpProblemException(HttpStatus.SERVICE_UNAVAILABLE_503,
                    "%d clients hear of changes already, and no more can. Close some.".formatted(MOST_CLIENTS),
                    Optional.of(TRY_AGAIN));
        }
        context.contentType(MEDIA_TYPE + ";charset=utf-8");
        context.header("Cache-Control", "no-store");
        CompletableFuture<Void> end = new CompletableFuture<>();
        context.future(() -> end);
        try {
            BooleanSupplier mayListen = AccessControl.standing(context);
            OutputStream out = context.res().getOutputStream();
            threads.execute(() -> run(new EventStream(log, filter, valueOf, leads, mayListen, clock, out), lastEventId, snapshot, end));
        } catch (IOException | RejectedExecutionException e) {
            LOG.debug("a stream of events was not begun", e);
            places.release();
            end.complete(null);
        }
    }

    private void run(EventStream stream, Optional<String> lastEventId, Optional<Supplier<Stream<Entry.Changed>>> snapshot,
            CompletableFuture<Void> end) {
        try {
            stream.run(lastEventId, snapshot);
        } catch (IOException e) {
            LOG.debug("a client that heard of changes is gone: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
            end.complete(null);
        }
    }

    /** Tells all clients that this is the end, and ends their threads. */
    @Override
    public void close() {
        log.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
