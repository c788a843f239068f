package io.jobdeck.scheduler.rest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.AgentsReport;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.insight.ExecutorSandbox;
import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.insight.FilePart;
import io.jobdeck.scheduler.insight.InsightJson;
import io.jobdeck.scheduler.insight.SandboxListing;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.net.StallGuard;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.rest.http.Headers;
import io.jobdeck.scheduler.threads.NamedThreads;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Agents and sandboxes by way of the leader's {@code /api/v2}. Safe on any thread; blocks on the network. */
public final class RestInsight implements ClusterInsight, AutoCloseable {

    private static final String V2 = "/api/v2";
    private static final int AGENTS_AT_ONCE = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RestClient client;
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("rest-insight-watchdog"));

    /**
     * Takes what a client of schedulers needs.
     *
     * @param leaderAddress tells the leader's address as in {@link RestUrls}, empty while nobody leads
     * @param access shown to schedulers, and to nobody else
     * @param isScheduler tells whether an address, as in {@link RestUrls}, is that of a scheduler
     */
    public RestInsight(Supplier<Optional<String>> leaderAddress, ClientAccess access, Predicate<String> isScheduler) {
        this.client = new RestClient(leaderAddress, access, isScheduler);
    }

    @Override
    public AgentsReport agents() {
        List<AgentSummary> agents = new ArrayList<>();
        Optional<String> next = Optional.empty();
        Instant asOf;
        do {
            JsonObject page = client.ask(V2 + "/agents?limit=" + AGENTS_AT_ONCE + next.map(key -> "&after=" + encoded(key)).orElse(""));
            asOf = understood(() -> Instant.parse(page.get("asOf").getAsString()));
            understood(() -> {
                page.getAsJsonArray("items").forEach(item -> agents.add(InsightJson.readAgent(item.getAsJsonObject())));
                return agents;
            });
            next = Optional.ofNullable(page.get("next")).map(JsonElement::getAsString);
        } while (next.isPresent());
        agents.sort(Comparator.comparing(AgentSummary::host).thenComparing(AgentSummary::id));
        return new AgentsReport(asOf, agents);
    }

    @Override
    public SandboxListing files(TaskId task, String path) {
        JsonObject answer = client.ask(files(task) + "?path=" + encoded(path));
        return understood(() -> InsightJson.readListing(answer));
    }

    @Override
    public FilePart read(TaskId task, String path, OptionalLong offset, int length) {
        String from = offset.isPresent() ? "&offset=" + offset.getAsLong() : "";
        HttpResponse<byte[]> answer = client.bytes(
                files(task) + "/content?path=" + encoded(path) + from + "&length=" + length, LONGEST_READ);
        return new FilePart(number(answer, Headers.FILE_OFFSET), answer.body(), number(answer, Headers.FILE_SIZE));
    }

    private static long number(HttpResponse<?> answer, String header) {
        return understood(() -> answer.headers().firstValueAsLong(header).orElseThrow());
    }

    @Override
    public FileDownload download(TaskId task, String path) {
        HttpResponse<InputStream> answer = client.stream(files(task) + "/download?path=" + encoded(path));
        return new FileDownload(path.substring(path.lastIndexOf('/') + 1), answer.headers().firstValueAsLong("Content-Length"),
                new StallGuard(answer.body(), watchdog, PATIENCE));
    }

    @Override
    public List<ExecutorSandbox> sandboxes(String app) {
        HttpResponse<byte[]> answer = client.bytes("/api/operate/sandbox?appName=" + encoded(app), LONGEST_READ);
        return understood(() -> InsightJson.readSandboxes(new String(answer.body(), StandardCharsets.UTF_8)));
    }

    /** A leader of another version may answer what this one does not understand. */
    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw OperationException.unavailable(
                    "The leading scheduler answers what this version does not understand. Use the same version on both sides.", e);
        }
    }

    private static String files(TaskId task) {
        return V2 + "/tasks/" + encoded(task.toString()) + "/files";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Ends the client's threads. */
    @Override
    public void close() {
        watchdog.shutdownNow();
        client.close();
    }
}
