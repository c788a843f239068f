package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.executor.recordio.RecordIoDecoder;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** A scheduler's connections to a master, as bare as the wire is. */
final class SchedulerClient {

    static final String PATH = "/api/v1/scheduler";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    SchedulerClient(String address) {
        this.address = address;
    }

    /** An answer that is complete. */
    record Answer(int status, HttpHeaders headers, String body) { }

    Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpResponse<String> response = exchange(method, path, headers, body, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    Answer get(String path) {
        return send("GET", path, Map.of(), new byte[0]);
    }

    /** Sends a call as protobuf on behalf of a subscription. */
    Answer call(Subscription subscription, Call.Builder call) {
        return send("POST", PATH, Map.of("Content-Type", "application/x-protobuf",
                "Mesos-Stream-Id", subscription.streamId()), call.build().toByteArray());
    }

    Subscription subscribe(Map<String, String> headers, byte[] body) {
        HttpResponse<InputStream> response =
                exchange("POST", PATH, headers, body, HttpResponse.BodyHandlers.ofInputStream());
        return new Subscription(response);
    }

    Subscription subscribe(Call.Subscribe.Builder subscribe) {
        Call.Builder call = Call.newBuilder().setType(Call.Type.SUBSCRIBE).setSubscribe(subscribe);
        if (subscribe.getFrameworkInfo().hasId()) {
            call.setFrameworkId(subscribe.getFrameworkInfo().getId());
        }
        return subscribe(Map.of("Content-Type", "application/x-protobuf", "Accept", "application/x-protobuf"),
                call.build().toByteArray());
    }

    private <T> HttpResponse<T> exchange(String method, String path, Map<String, String> headers, byte[] body,
            HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An event stream, read by a thread of its own. */
    static final class Subscription {

        private static final int LONGEST_RECORD = 1 << 24;

        private final HttpResponse<InputStream> response;
        private final List<byte[]> records = new ArrayList<>();
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();

        Subscription(HttpResponse<InputStream> response) {
            this.response = response;
            Thread reader = new Thread(this::read, "event-reader");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            RecordIoDecoder decoder = new RecordIoDecoder(LONGEST_RECORD, this::add);
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = response.body()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    decoder.feed(ByteBuffer.wrap(buffer, 0, read));
                }
                end.complete(true);
            } catch (IOException broken) {
                end.complete(false);
            }
        }

        private synchronized void add(byte[] record) {
            records.add(record);
        }

        HttpResponse<InputStream> response() {
            return response;
        }

        String streamId() {
            return response.headers().firstValue("Mesos-Stream-Id").orElseThrow();
        }

        /** Returns all events so far, oldest first. */
        synchronized List<byte[]> records() {
            return List.copyOf(records);
        }

        List<Event> events() {
            return records().stream().map(this::event).toList();
        }

        Event event(byte[] record) {
            try {
                boolean json = response.headers().firstValue("Content-Type").orElse("").equals("application/json");
                return json
                        ? new MesosJson().merge(new String(record, StandardCharsets.UTF_8), Event.newBuilder()).build()
                        : Event.parseFrom(record);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Completes with whether the stream ended with the terminating chunk. */
        CompletableFuture<Boolean> end() {
            return end;
        }

        void close() {
            try {
                response.body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
