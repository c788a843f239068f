package io.jobdeck.scheduler.mesos.captures;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the scheduler's side of one recorded scenario sent and received, in order. */
public final class Timeline {

    private static final Pattern RECORD = Pattern.compile("@(\\d+)\\+(\\d+) .*");
    private static final Pattern CALL = Pattern.compile("([A-Z_]+) (\\{.*)");
    private static final Pattern SUBSCRIBE = Pattern.compile("\\S+ SUBSCRIBE \\{.*");
    private static final Pattern ANSWERED = Pattern.compile("\\S+ \\S+ => (\\d+) .*");

    /** One message, or the end of a stream. */
    public sealed interface Step permits Subscribe, Send, Receive, End { }

    /** SUBSCRIBE was sent; its files are {@code exchange}. */
    public record Subscribe(Path exchange) implements Step { }

    /**
     * Another call was sent.
     *
     * @param exchange its files, as far as they were kept
     * @param type type of the call
     * @param summary the call as JSON, without its type; cut short if it is long
     */
    public record Send(Path exchange, String type, String summary) implements Step { }

    /** A record came on the stream. */
    public record Receive(byte[] frame, byte[] record) implements Step { }

    /** The stream ended. */
    public record End() implements Step { }

    private final Path directory;
    private final List<Step> steps = new ArrayList<>();
    private OptionalInt unanswered = OptionalInt.empty();

    private Timeline(Path directory) {
        this.directory = directory;
    }

    public static List<Step> read(Path directory) {
        Timeline timeline = new Timeline(directory);
        Captures.text(directory.resolve("timeline.tsv")).lines().skip(1).forEach(timeline::add);
        return List.copyOf(timeline.steps);
    }

    private void add(String line) {
        String[] columns = line.split("\t", 4);
        String file = columns[2];
        String what = columns[3];
        switch (columns[1]) {
            case "<-" -> received(file, what);
            case "->" -> sent(file, what);
            default -> {
                if (!file.equals("-") && what.startsWith("stream ended by peer")) {
                    steps.add(new End());
                }
            }
        }
    }

    private void received(String file, String what) {
        Matcher record = RECORD.matcher(what);
        if (record.matches()) {
            byte[] body = Captures.bytes(responseBody(file));
            int offset = Integer.parseInt(record.group(1));
            int length = Integer.parseInt(record.group(2));
            int start = offset + Integer.toString(length).getBytes(StandardCharsets.US_ASCII).length + 1;
            steps.add(new Receive(Arrays.copyOfRange(body, offset, start + length),
                    Arrays.copyOfRange(body, start, start + length)));
        }
    }

    private Path responseBody(String file) {
        Path json = directory.resolve(file + ".response.jsonrec");
        return Files.exists(json) ? json : directory.resolve(file + ".response.bin");
    }

    /** A call is noted twice: when it was sent, and with the name of its files when it was answered. */
    private void sent(String file, String what) {
        Matcher summary = CALL.matcher(what);
        if (SUBSCRIBE.matcher(what).matches()) {
            steps.add(new Subscribe(directory.resolve(file)));
        } else if (summary.matches()) {
            unanswered = OptionalInt.of(steps.size());
            steps.add(new Send(directory, summary.group(1), summary.group(2)));
        } else if (ANSWERED.matcher(what).matches() && unanswered.isPresent()) {
            Send call = (Send) steps.get(unanswered.getAsInt());
            steps.set(unanswered.getAsInt(), new Send(directory.resolve(file), call.type(), call.summary()));
            unanswered = OptionalInt.empty();
        }
    }
}
