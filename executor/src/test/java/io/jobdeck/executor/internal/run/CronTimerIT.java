package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CronTimerIT {

    private final CronTimer timer = new CronTimer();
    private final List<Instant> fired = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void tellsEachTimeTheCronIsDueUntilItIsTakenBack() {
        timer.schedule("t", "* * * * * ?", fired::add);
        await().atMost(Duration.ofSeconds(5)).until(() -> fired.size() >= 2);

        timer.unschedule("t");
        int soFar = fired.size();

        assertThat(Duration.between(fired.get(0), fired.get(1))).isEqualTo(Duration.ofSeconds(1));
        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(4)).until(() -> fired.size() <= soFar + 1);
    }

    @Test
    void twoCronsAndTwoTimersDoNotKnowOfEachOther() {
        try (CronTimer other = new CronTimer()) {
            timer.schedule("t", "* * * * * ?", fired::add);
            other.schedule("t", "* * * * * ?", fired::add);
            other.close();
            timer.unschedule("unknown");
            int soFar = fired.size();

            await().atMost(Duration.ofSeconds(5)).until(() -> fired.size() >= soFar + 2);
        }
    }
}
