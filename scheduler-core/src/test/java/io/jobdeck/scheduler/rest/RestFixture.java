package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.registry.TreeEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.curator.test.TestingServer;

/** A REST server over a registry in a ZooKeeper of its own, and a plain HTTP client. */
public final class RestFixture implements AutoCloseable {

    public final TestingServer zooKeeper;
    public final CuratorRegistry registry;
    public final LiveTree tree;
    public final RestServer server;
    public final AtomicReference<Leadership> leadership = new AtomicReference<>(Leadership.own());
    public final KnownCluster insight = new KnownCluster();
    private final RestSecurity security;
    private final HttpClient http = HttpClient.newHttpClient();

    public RestFixture() throws Exception {
        this(RestSecurity.none());
    }

    RestFixture(RestSecurity security) throws Exception {
        this(security, Monitoring.NONE);
    }

    RestFixture(RestSecurity security, Monitoring monitoring) throws Exception {
        this(security, registry -> new RegistryOperations(registry, Clock.systemDefaultZone()), monitoring);
    }

    /** Starts a server that calls these operations. */
    RestFixture(RestSecurity security, Function<Registry, SchedulerOperations> operations) throws Exception {
        this(security, operations, Monitoring.NONE);
    }

    private RestFixture(RestSecurity security, Function<Registry, SchedulerOperations> operations, Monitoring monitoring)
            throws Exception {
        this.security = security;
        zooKeeper = new TestingServer(true);
        registry = CuratorRegistry.connect(RegistryOptions.of(zooKeeper.getConnectString(), "elastic-job-cloud"));
        tree = registry.liveTree();
        awaitLoaded(tree);
        server = RestServer.start(RestAddress.loopback(0), security, operations.apply(registry), insight, tree, leadership::get,
                monitoring, Clock.systemDefaultZone());
    }

    private static void awaitLoaded(LiveTree tree) throws InterruptedException {
        CountDownLatch loaded = new CountDownLatch(1);
        tree.listen(event -> {
            if (event instanceof TreeEvent.Loaded) {
                loaded.countDown();
            }
        });
        if (!loaded.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the tree was not loaded");
        }
    }

    public String address() {
        return RestUrls.address("127.0.0.1", server.port(), security.tls().isPresent());
    }

    /** Sends JSON, or nothing if the body is null. */
    public HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + address() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        for (int index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public String get(String path) throws IOException, InterruptedException {
        return send("GET", path, null).body();
    }

    /** Returns path and value of every node that is not empty. */
    public Map<String, String> stored() {
        Map<String, String> stored = new TreeMap<>();
        tree.nodes().forEach((path, node) -> {
            if (!node.text().isEmpty()) {
                stored.put(path, node.text());
            }
        });
        return stored;
    }

    @Override
    public void close() throws IOException {
        server.close();
        tree.close();
        registry.close();
        zooKeeper.close();
    }
}
