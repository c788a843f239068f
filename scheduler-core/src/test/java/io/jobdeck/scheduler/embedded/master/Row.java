package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.scheduler.mesos.captures.Captures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a recorded timeline.
 *
 * @param seconds when it happened
 * @param direction {@code ->}, {@code <-} or {@code --}
 * @param file name of the exchange it belongs to, {@code -} if none
 * @param what what happened
 */
record Row(double seconds, String direction, String file, String what) {

    private static final Pattern RECORD = Pattern.compile("@(\\d+)\\+(\\d+) (\\w+) .*", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("([A-Z_]+) (\\{.*)");
    private static final Pattern ANSWER = Pattern.compile("\\S+ (\\S+) => (\\d+) .*");

    static List<Row> read(Path directory) {
        return Captures.text(directory.resolve("timeline.tsv")).lines().skip(1)
                .map(line -> line.split("\t", 4))
                .map(cells -> new Row(Double.parseDouble(cells[0]), cells[1], cells[2], cells[3]))
                .toList();
    }

    boolean isSubscribe() {
        return direction.equals("->") && what.matches("\\S+ SUBSCRIBE \\{.*");
    }

    /** Whether a call is noted at the time it was sent; the line of its answer follows. */
    boolean isCall() {
        return direction.equals("->") && CALL.matcher(what).matches();
    }

    boolean isAnswer() {
        return direction.equals("->") && ANSWER.matcher(what).matches();
    }

    boolean isEvent() {
        return direction.equals("<-") && RECORD.matcher(what).matches();
    }

    boolean isEndByPeer() {
        return direction.equals("--") && !file.equals("-") && what.startsWith("stream ended by peer: terminating chunk");
    }

    boolean isEndByUs() {
        return direction.equals("--") && !file.equals("-") && what.startsWith("stream ended by us");
    }

    String callType() {
        return match(CALL).group(1);
    }

    String callSummary() {
        return match(CALL).group(2);
    }

    int answerStatus() {
        return Integer.parseInt(match(ANSWER).group(2));
    }

    String eventType() {
        return match(RECORD).group(3);
    }

    /** Returns the complete record of an event. */
    byte[] record(Path directory) {
        Matcher record = match(RECORD);
        byte[] body = Captures.bytes(existing(directory, ".response.jsonrec", ".response.bin").orElseThrow());
        int length = Integer.parseInt(record.group(2));
        int start = Integer.parseInt(record.group(1)) + record.group(2).length() + 1;
        return Arrays.copyOfRange(body, start, start + length);
    }

    Optional<byte[]> requestBody(Path directory) {
        return existing(directory, ".request.json", ".request.bin").map(Captures::bytes);
    }

    Optional<String> responseBody(Path directory) {
        return existing(directory, ".response.txt", ".response.json").map(Captures::text);
    }

    Optional<String> headers(Path directory) {
        return existing(directory, ".headers.txt", ".headers.txt").map(Captures::text);
    }

    private Optional<Path> existing(Path directory, String oneEnding, String otherEnding) {
        return List.of(oneEnding, otherEnding).stream()
                .map(ending -> directory.resolve(file + ending))
                .filter(Files::exists)
                .findFirst();
    }

    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(what);
        if (!matcher.matches()) {
            throw new IllegalStateException("Not such a row: " + what);
        }
        return matcher;
    }

    /** Returns the index of the first row from {@code start} on that answers a call. */
    static OptionalInt nextAnswer(List<Row> rows, int start) {
        for (int i = start; i < rows.size(); i++) {
            if (rows.get(i).isAnswer()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
