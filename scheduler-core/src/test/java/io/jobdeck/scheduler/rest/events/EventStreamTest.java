package io.jobdeck.scheduler.rest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The text that one client is sent, to its end. */
class EventStreamTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
    private static final String MARKER = "event: snapshot\nid: abc-0\ndata: {\"complete\":false,\"at\":\"2026-01-31T12:00:00Z\"}\n\n";
    private static final String DEPOSED = "event: closed\nid: abc-%d\ndata: {\"reason\":\"This scheduler does not lead any more."
            + " Connect again to be sent to the one that does.\"}\n\n";

    private final EventLog log = new EventLog(4, "abc");
    private BooleanSupplier mayListen = () -> true;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private void put(String path) {
        log.onEvent(new TreeEvent.Put(new TreeNode(path, "", 0)));
    }

    private String run(Set<EventKind> kinds, Optional<String> lastEventId, BooleanSupplier leads) throws Exception {
        new EventStream(log, new EventFilter(kinds, Optional.empty()), change -> Optional.of(new JsonPrimitive("now")), leads,
                mayListen, NOON, sent).run(lastEventId, Optional.empty());
        return sent.toString(StandardCharsets.UTF_8).replace("retry: 2000\n\n", "");
    }

    /** Leads for some looks, and does something at the first. */
    private static BooleanSupplier leadingFor(int looks, Runnable first) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            int number = asked.getAndIncrement();
            if (number == 0) {
                first.run();
            }
            return number < looks;
        };
    }

    @Test
    void whatHasChangedIsSentWithWhatItIsNow() throws Exception {
        String text = run(Set.of(), Optional.empty(), leadingFor(2, () -> put("/state/ready/t1")));

        assertThat(text).isEqualTo(MARKER
                + "event: ready\nid: abc-1\ndata: {\"key\":\"t1\",\"job\":\"t1\",\"value\":\"now\"}\n\n" + DEPOSED.formatted(1));
    }

    @Test
    void ofSeveralChangesOfOneThingOnlyTheLastIsSent() throws Exception {
        String text = run(Set.of(), Optional.empty(), leadingFor(2, () -> {
            put("/state/ready/t1");
            put("/state/ready/t2");
            put("/state/ready/t1");
        }));

        assertThat(text).contains("id: abc-2\ndata: {\"key\":\"t2\"", "id: abc-3\ndata: {\"key\":\"t1\"").doesNotContain("id: abc-1\n");
    }

    @Test
    void aClientGoesOnBehindTheLastEventItHasSeen() throws Exception {
        put("/state/ready/t1");
        put("/state/ready/t2");

        assertThat(run(Set.of(), Optional.of("abc-1"), leadingFor(1, () -> { }))).startsWith("event: ready\nid: abc-2\n");
    }

    @Test
    void aClientWhosePlaceIsHeldNoMoreIsToldToReadAfresh() throws Exception {
        for (int number = 1; number <= 6; number++) {
            put("/state/ready/t" + number);
        }

        assertThat(run(Set.of(), Optional.of("abc-1"), () -> false)).startsWith("event: reset\nid: abc-6\n").contains("read afresh");
    }

    @Test
    void aClientThatReadsTooSlowlyIsSentAway() throws Exception {
        String text = run(Set.of(), Optional.empty(), leadingFor(9, () -> {
            for (int number = 1; number <= 6; number++) {
                put("/state/ready/t" + number);
            }
        }));

        assertThat(text).startsWith(MARKER).contains("event: closed\n", "You read too slowly").doesNotContain("event: ready");
    }

    @Test
    void aClientWhoseAccountHasChangedHearsNothingMore() throws Exception {
        mayListen = () -> false;

        String text = run(Set.of(), Optional.empty(), leadingFor(9, () -> put("/state/ready/t1")));

        assertThat(text).startsWith(MARKER).contains("event: closed\n", "Your account is not what it was")
                .doesNotContain("event: ready");
    }

    @Test
    void whatIsFilteredOutIsNotSent() throws Exception {
        assertThat(run(Set.of(EventKind.WAITING), Optional.empty(), leadingFor(2, () -> {
            put("/state/ready/t1");
            put("/jobdeck/waiting/t1");
        }))).contains("event: waiting\n").doesNotContain("event: ready");
    }

    @Test
    void aClosedLogEndsIt() throws Exception {
        log.close();

        assertThat(run(Set.of(), Optional.empty(), () -> true)).contains("event: closed\n", "This scheduler stops.");
    }
}
