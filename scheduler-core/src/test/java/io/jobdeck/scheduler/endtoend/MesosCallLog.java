package io.jobdeck.scheduler.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls that the embedded master got, in the order in which it dealt with them, with the epoch of their stream. */
final class MesosCallLog {

    private static final Pattern OPENED = Pattern.compile("(\\S+) Stream (\\S+) is opened for .*jobdeck.epoch=(\\d+).*");
    private static final Pattern CALL = Pattern.compile("(\\S+) (\\S+) on stream (\\S+) is answered with (\\d+)");
    private static final Set<String> ACTS = Set.of("ACCEPT", "KILL", "MESSAGE", "SHUTDOWN", "ACKNOWLEDGE", "DECLINE",
            "RECONCILE", "REVIVE", "SUPPRESS");

    /** A call. Its epoch is -1 if its stream is unknown. */
    record Entry(Instant at, String type, int epoch, int status) {

        boolean wasTaken() {
            return status / 100 == 2;
        }

        boolean launches() {
            return type.equals("ACCEPT") && wasTaken();
        }
    }

    private final Path file;

    MesosCallLog(Path file) {
        this.file = file;
    }

    List<Entry> entries() {
        Map<String, Integer> epochs = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (String line : lines()) {
            Matcher opened = OPENED.matcher(line);
            Matcher call = CALL.matcher(line);
            if (opened.matches()) {
                epochs.put(opened.group(2), Integer.valueOf(opened.group(3)));
                entries.add(new Entry(Instant.parse(opened.group(1)), "SUBSCRIBE", Integer.parseInt(opened.group(3)), 200));
            } else if (call.matches() && ACTS.contains(call.group(2))) {
                entries.add(new Entry(Instant.parse(call.group(1)), call.group(2),
                        epochs.getOrDefault(call.group(3), -1), Integer.parseInt(call.group(4))));
            }
        }
        return entries;
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
