package io.jobdeck.scheduler.endtoend;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that trigger jobs without pause, at whichever scheduler answers, and remember what they were told. */
final class TriggerLoad implements AutoCloseable {

    private static final int CLIENTS = 3;
    private static final int MOST_REDIRECTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What clients were told of one job's triggers; nobody knows what became of those that are open. */
    static final class Account {
        final AtomicInteger accepted = new AtomicInteger();
        final AtomicInteger open = new AtomicInteger();
    }

    private enum Told { ACCEPTED, NOTHING_DONE, OPEN }

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<String> jobs;
    private final List<String> schedulers;

    /** @param schedulers {@code host:port} of each */
    TriggerLoad(List<String> jobs, List<String> schedulers) {
        this.jobs = jobs;
        this.schedulers = schedulers;
        jobs.forEach(job -> accounts.put(job, new Account()));
    }

    /** Each client makes a call so long after its last one was answered. */
    void start(Duration between) {
        for (int client = 0; client < CLIENTS; client++) {
            AtomicInteger scheduler = new AtomicInteger(client);
            clients.scheduleWithFixedDelay(() -> trigger(scheduler), 0, between.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void trigger(AtomicInteger scheduler) {
        String job = jobs.get(Math.floorMod(next.getAndIncrement(), jobs.size()));
        Told told = call(schedulers.get(Math.floorMod(scheduler.get(), schedulers.size())), job);
        switch (told) {
            case ACCEPTED -> accounts.get(job).accepted.incrementAndGet();
            case OPEN -> accounts.get(job).open.incrementAndGet();
            case NOTHING_DONE -> refused.incrementAndGet();
        }
        if (told != Told.ACCEPTED) {
            scheduler.incrementAndGet();
        }
    }

    private Told call(String address, String job) {
        URI uri = URI.create("http://" + address + "/api/job/trigger");
        try {
            for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
                HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE)
                        .header("Content-Type", "application/json").POST(BodyPublishers.ofString(job)).build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() != 307) {
                    return told(answer);
                }
                uri = uri.resolve(answer.headers().firstValue("Location").orElseThrow());
            }
            return Told.NOTHING_DONE;
        } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
            return Told.NOTHING_DONE;
        } catch (IOException answerLost) {
            return Told.OPEN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Told.OPEN;
        }
    }

    /** Only a standby that knows no leader says when to come back, having done nothing. */
    private static Told told(HttpResponse<String> answer) {
        if (answer.statusCode() == 204) {
            return Told.ACCEPTED;
        }
        return answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent()
                ? Told.NOTHING_DONE : Told.OPEN;
    }

    Map<String, Account> accounts() {
        return accounts;
    }

    /** Returns how many calls were answered with a refusal, or not taken at all. */
    int refused() {
        return refused.get();
    }

    /** Lets the calls under way end. */
    @Override
    public void close() throws InterruptedException {
        clients.shutdown();
        clients.awaitTermination(30, TimeUnit.SECONDS);
    }
}
