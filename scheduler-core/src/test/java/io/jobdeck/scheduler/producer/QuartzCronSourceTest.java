package io.jobdeck.scheduler.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuartzCronSourceTest {

    private static final String EVERY_SECOND = "* * * * * ?";

    private final BlockingQueue<String> fired = new LinkedBlockingQueue<>();
    private final QuartzCronSource crons = new QuartzCronSource("test", ZoneOffset.UTC, fired::add);

    @AfterEach
    void stop() {
        crons.close();
    }

    @Test
    void aScheduledCronFiresWithItsText() throws InterruptedException {
        crons.schedule(EVERY_SECOND);

        assertThat(fired.poll(10, TimeUnit.SECONDS)).isEqualTo(EVERY_SECOND);
    }

    @Test
    void anUnscheduledCronFiresNoMore() throws InterruptedException {
        crons.schedule(EVERY_SECOND);
        fired.poll(10, TimeUnit.SECONDS);

        crons.unschedule(EVERY_SECOND);
        crons.schedule("0/2 * * * * ?");
        fired.clear();

        assertThat(fired.poll(10, TimeUnit.SECONDS)).isEqualTo("0/2 * * * * ?");
    }

    @Test
    void aTextThatIsNoCronIsRefused() {
        assertThatThrownBy(() -> crons.schedule("every day")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every day");
    }

    @Test
    void aCronThatWillNeverFireIsAccepted() {
        crons.schedule("0 0 0 1 1 ? 1999");
        crons.unschedule("0 0 0 1 1 ? 1999");

        assertThat(fired).isEmpty();
    }
}
