package io.jobdeck.desktop.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.fold.TreeFold;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClusterStatusTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ClusterStatus status = new ClusterStatus(NOON);
    private final TreeFold fold = new TreeFold(ZoneOffset.UTC);

    @Test
    void changesAreCountedPerSecondOverTheLastSeconds() {
        update(0, 0);
        update(1, 100);
        update(2, 200);

        assertThat(status.changesPerSecondProperty().get()).isEqualTo(100);
    }

    @Test
    void whenNothingChangesAnyMoreTheRateFallsToZero() {
        update(0, 0);
        update(1, 1000);
        for (int second = 2; second < 10; second++) {
            update(second, 1000);
        }

        assertThat(status.changesPerSecondProperty().get()).isZero();
    }

    private void update(int second, long heard) {
        Instant now = NOON.plusSeconds(second);
        status.apply(new ClusterUpdate(fold.drain(now), new Link.Live(), heard, now));
    }
}
