package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What can be seen of the loop from outside. */
class EventLoopTest {

    @Test
    void eventsThatPileUpAreABatchAndTheirWaitIsTheLag() throws Exception {
        List<Integer> batches = new ArrayList<>();
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        Instruments instruments = new Instruments() {
            @Override
            public void batch(int events, Duration waited) {
                batches.add(events);
                assertThat(waited).isGreaterThanOrEqualTo(Duration.ZERO);
            }
        };
        try (EventLoop loop = new EventLoop("test", Clock.systemUTC(), instruments)) {
            assertThat(loop.lag()).isZero();
            loop.post(() -> awaitQuietly(hold));
            loop.start(() -> { }, error -> { });
            await().until(() -> loop.lag().compareTo(Duration.ofMillis(20)) > 0);
            loop.post(done::countDown);
            loop.post(done::countDown);
            hold.countDown();
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            await().until(() -> loop.lag().isZero());
        }
        assertThat(batches).startsWith(1, 2);
    }

    @Test
    void anErrorEndsTheLoopAndIsTold() {
        List<String> told = new CopyOnWriteArrayList<>();
        try (EventLoop loop = new EventLoop("test", Clock.systemUTC(), Instruments.NONE)) {
            loop.start(() -> { }, error -> told.add(error.getMessage()));
            loop.post(() -> {
                throw new StackOverflowError("on purpose");
            });
            await().until(() -> told.equals(List.of("on purpose")));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
