package io.jobdeck.scheduler.mesos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final AtomicReference<Double> random = new AtomicReference<>(0.0);
    private final Backoff backoff =
            new Backoff(Duration.ofMillis(100), Duration.ofMillis(700), random::get);

    @Test
    void doublesUpToTheLongestWait() {
        random.set(1.0);

        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(100));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(400));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(700));
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void isHalfChance() {
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(50));
        random.set(0.5);
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void beginsAnewAfterAReset() {
        backoff.next();
        backoff.next();

        backoff.reset();

        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(50));
    }
}
