package io.jobdeck.scheduler.rest.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is held of the changes of a tree, and for how long. */
class EventLogTest {

    private static final Duration NOT_AT_ALL = Duration.ofMillis(1);

    private final EventLog log = new EventLog(4, "abc");

    private void put(String path) {
        log.onEvent(new TreeEvent.Put(new TreeNode(path, "", 0)));
    }

    private List<String> keysFrom(long number) throws InterruptedException {
        return log.await(number, 100, NOT_AT_ALL).orElseThrow().stream()
                .map(entry -> ((Entry.Changed) entry).kind() + " " + ((Entry.Changed) entry).key()).toList();
    }

    @Test
    void changesAreNumberedAndComeInTheirOrder() throws Exception {
        put("/state/ready/t1");
        log.onEvent(new TreeEvent.Removed("/state/disable/job/t1"));
        put("/jobdeck/disabled/app/a");

        assertThat(keysFrom(1)).containsExactly("READY t1", "DISABLED JOB/t1", "DISABLED APP/a");
        assertThat(keysFrom(3)).containsExactly("DISABLED APP/a");
        assertThat(keysFrom(4)).isEmpty();
    }

    @Test
    void whatIsNobodysBusinessTakesNoNumber() {
        put("/ha/election/x");
        put("/state/ready");
        put("/jobdeck/kill/t1@-@0@-@READY@-@S1@-@u");

        assertThat(log.next()).isEqualTo(1);
    }

    @Test
    void aPlaceThatIsTooOldOrWasNeverGivenIsNotHeld() throws Exception {
        for (int number = 1; number <= 6; number++) {
            put("/state/ready/t" + number);
        }

        assertThat(log.await(2, 100, NOT_AT_ALL)).isEqualTo(Optional.empty());
        assertThat(keysFrom(3)).hasSize(4);
        assertThat(log.holds(7)).isTrue();
        assertThat(log.holds(8)).isFalse();
        assertThat(log.holds(0)).isFalse();
    }

    @Test
    void theFirstLoadIsNoChangeAndALaterOneTellsThatSomeWereMissed() throws Exception {
        log.onEvent(new TreeEvent.Loaded(Map.of()));
        log.onEvent(new TreeEvent.Stale(Instant.EPOCH, "gone"));
        log.onEvent(new TreeEvent.Loaded(Map.of()));

        assertThat(log.await(1, 100, NOT_AT_ALL)).contains(
                List.of(new Entry.Lost("1970-01-01T00:00:00Z", "gone"), new Entry.Regained()));
    }

    @Test
    void noMoreAreGivenAtOnceThanAskedFor() throws Exception {
        put("/state/ready/t1");
        put("/state/ready/t2");

        assertThat(log.await(1, 1, NOT_AT_ALL).orElseThrow()).hasSize(1);
    }
}
