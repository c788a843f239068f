package io.jobdeck.scheduler.rest.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What one client is sent, from its first event to its last. Used by one thread. */
final class EventStream {

    /** Proxies cut connections that are silent for a minute or less. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 1000;
    private static final int RETRY_MILLIS = 2000;

    private final EventLog log;
    private final EventFilter filter;
    private final Function<Entry.Changed, Optional<JsonElement>> valueOf;
    private final BooleanSupplier leads;
    private final BooleanSupplier mayListen;
    private final Clock clock;
    private final OutputStream out;
    private long place;
    private long lastSent = System.nanoTime();

    EventStream(EventLog log, EventFilter filter, Function<Entry.Changed, Optional<JsonElement>> valueOf,
            BooleanSupplier leads, BooleanSupplier mayListen, Clock clock, OutputStream out) {
        this.log = log;
        this.filter = filter;
        this.valueOf = valueOf;
        this.leads = leads;
        this.mayListen = mayListen;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Sends events until the server closes, the lead moves, the client's account changes, or it falls behind; the last event says which.
     *
     * @param lastEventId the last event that the client has seen, if it says so
     * @param snapshot what there is now, if the client wants it first
     * @throws IOException if the client is gone
     */
    void run(Optional<String> lastEventId, Optional<Supplier<Stream<Entry.Changed>>> snapshot) throws IOException, InterruptedException {
        write("retry: " + RETRY_MILLIS + "\n\n");
        begin(lastEventId, snapshot);
        Optional<String> end = Optional.empty();
        while (end.isEmpty()) {
            end = step();
        }
        send("closed", reason(end.get()));
    }

    private void begin(Optional<String> lastEventId, Optional<Supplier<Stream<Entry.Changed>>> snapshot) throws IOException {
        OptionalLong after = lastEventId.map(this::numberOf).orElse(OptionalLong.empty());
        place = log.next();
        if (after.isPresent()) {
            place = after.getAsLong() + 1;
        } else if (lastEventId.isPresent()) {
            send("reset", reason("The events behind '%s' are not held any more; read afresh what you show."
                    .formatted(lastEventId.get())));
            if (snapshot.isPresent()) {
                open(snapshot);
            }
        } else {
            open(snapshot);
        }
    }

    /** The place in the log was taken before the snapshot is read, so nothing falls in between. */
    private void open(Optional<Supplier<Stream<Entry.Changed>>> snapshot) throws IOException {
        if (snapshot.isPresent()) {
            for (Entry.Changed entry : (Iterable<Entry.Changed>) snapshot.get().get().filter(filter::takes)::iterator) {
                write(event(entry.kind().text(), data(entry), Optional.empty()));
            }
        }
        JsonObject marker = new JsonObject();
        marker.addProperty("complete", snapshot.isPresent());
        marker.addProperty("at", clock.instant().toString());
        send("snapshot", marker);
    }

    private OptionalLong numberOf(String eventId) {
        String prefix = log.name() + "-";
        if (!eventId.startsWith(prefix) || !eventId.substring(prefix.length()).matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(eventId.substring(prefix.length()));
        return log.holds(number + 1) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** Sends what there is, or waits a little, and returns why the stream has to end. */
    private Optional<String> step() throws IOException, InterruptedException {
        Optional<List<Entry>> entries = log.await(place, MOST_AT_ONCE, LOOK);
        if (log.isClosed()) {
            return Optional.of("This scheduler stops. Connect again.");
        }
        if (!leads.getAsBoolean()) {
            return Optional.of("This scheduler does not lead any more. Connect again to be sent to the one that does.");
        }
        if (!mayListen.getAsBoolean()) {
            return Optional.of("Your account is not what it was when you connected. Connect again with what it is now.");
        }
        if (entries.isEmpty()) {
            return Optional.of("You read too slowly: changes that you have not seen are held no more. Connect again.");
        }
        sendAll(entries.get());
        if (System.nanoTime() - lastSent > HEARTBEAT.toNanos()) {
            write(": heartbeat\n\n");
        }
        return Optional.empty();
    }

    /** Of several changes of the same thing only the last is sent, since all of them would say what it is now. */
    private void sendAll(List<Entry> entries) throws IOException {
        Map<Object, Numbered> newest = new LinkedHashMap<>();
        for (Entry entry : entries) {
            long number = place++;
            Object what = entry instanceof Entry.Changed change ? change.kind() + "/" + change.owner() + "/" + change.key() : number;
            newest.remove(what);
            newest.put(what, new Numbered(number, entry));
        }
        StringBuilder text = new StringBuilder();
        newest.values().forEach(numbered -> text.append(event(numbered)));
        if (text.length() > 0) {
            write(text.toString());
        }
    }

    private record Numbered(long number, Entry entry) { }

    private String event(Numbered numbered) {
        if (numbered.entry() instanceof Entry.Changed change) {
            return filter.takes(change) ? event(change.kind().text(), data(change), Optional.of(id(numbered.number()))) : "";
        } else if (numbered.entry() instanceof Entry.Lost lost) {
            JsonObject data = reason("ZooKeeper is out of reach (%s); nothing is heard until it is back.".formatted(lost.cause()));
            data.addProperty("since", lost.since());
            return event("stale", data, Optional.of(id(numbered.number())));
        }
        return event("reset", reason("ZooKeeper was out of reach, and anything may have changed; read afresh what you show."),
                Optional.of(id(numbered.number())));
    }

    private JsonObject data(Entry.Changed change) {
        JsonObject data = new JsonObject();
        data.addProperty("key", change.key());
        if (!change.owner().isEmpty()) {
            data.addProperty(change.ofJob() ? "job" : "app", change.owner());
        }
        data.add("value", valueOf.apply(change).orElse(JsonNull.INSTANCE));
        return data;
    }

    private static JsonObject reason(String text) {
        JsonObject data = new JsonObject();
        data.addProperty("reason", text);
        return data;
    }

    /** Sends an event behind which the client goes on from this stream's place. */
    private void send(String name, JsonObject data) throws IOException {
        write(event(name, data, Optional.of(id(place - 1))));
    }

    private String id(long number) {
        return log.name() + "-" + number;
    }

    private static String event(String name, JsonObject data, Optional<String> id) {
        return "event: " + name + "\n" + id.map(text -> "id: " + text + "\n").orElse("") + "data: " + JsonText.write(data)
                + "\n\n";
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        lastSent = System.nanoTime();
    }
}
