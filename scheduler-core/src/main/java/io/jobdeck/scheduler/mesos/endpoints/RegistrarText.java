package io.jobdeck.scheduler.mesos.endpoints;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads a master's {@code /registrar(1)/registry}. */
final class RegistrarText {

    private static final long NANOS = 1_000_000_000L;

    private final Map<String, String> admitted = new HashMap<>();
    private final Map<String, Instant> unreachable = new HashMap<>();

    private RegistrarText() {
    }

    static Registrar read(byte[] text) throws EndpointException {
        return Json.read(text, StandardCharsets.UTF_8, json -> {
            RegistrarText found = new RegistrarText();
            Json.object(json, found::member);
            return new Registrar(found.admitted, found.unreachable);
        });
    }

    private void member(String name, JsonReader json) throws IOException {
        switch (name) {
            case "slaves" -> agents(json, this::admitted);
            case "unreachable" -> agents(json, this::unreachable);
            default -> json.skipValue();
        }
    }

    private static void agents(JsonReader json, Json.Part<String> each) throws IOException {
        Json.object(json, (name, value) -> {
            if (name.equals("slaves")) {
                Json.array(value, each, id -> { });
            } else {
                value.skipValue();
            }
        });
    }

    private String admitted(JsonReader json) throws IOException {
        String[] known = {"", ""};
        Json.object(json, (name, value) -> {
            if (name.equals("info")) {
                Json.object(value, (member, inner) -> {
                    switch (member) {
                        case "id" -> known[0] = Json.id(inner);
                        case "hostname" -> known[1] = Json.text(inner);
                        default -> inner.skipValue();
                    }
                });
            } else {
                value.skipValue();
            }
        });
        admitted.put(known[0], known[1]);
        return known[0];
    }

    private String unreachable(JsonReader json) throws IOException {
        String[] id = {""};
        long[] nanos = {0};
        Json.object(json, (name, value) -> {
            switch (name) {
                case "id" -> id[0] = Json.id(value);
                case "timestamp" -> Json.object(value, (member, inner) -> nanos[0] = (long) Json.number(inner));
                default -> value.skipValue();
            }
        });
        unreachable.put(id[0], Instant.ofEpochSecond(nanos[0] / NANOS, nanos[0] % NANOS));
        return id[0];
    }
}
