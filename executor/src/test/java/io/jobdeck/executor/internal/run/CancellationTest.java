package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final List<String> done = new ArrayList<>();

    @Test
    void isNotCancelledAtFirst() throws InterruptedException {
        assertThat(cancellation.isCancelled()).isFalse();
        assertThat(cancellation.await(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void onceCancelledItStaysSoAndNobodyWaitsForIt() throws InterruptedException {
        cancellation.cancel();
        cancellation.cancel();

        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(cancellation.await(Duration.ofHours(1))).isTrue();
    }

    @Test
    void actionsRunOnceInOrderAndLateOnesAtOnce() {
        cancellation.onCancel(() -> done.add("first"));
        cancellation.onCancel(() -> done.add("second"));

        cancellation.cancel();
        cancellation.cancel();
        cancellation.onCancel(() -> done.add("late"));

        assertThat(done).containsExactly("first", "second", "late");
    }

    @Test
    void anActionThatFailsDoesNotKeepTheOthersBack() {
        cancellation.onCancel(() -> {
            throw new IllegalStateException("from user code");
        });
        cancellation.onCancel(() -> done.add("second"));

        cancellation.cancel();

        assertThat(done).containsExactly("second");
    }

    @Test
    void forceIsAStageOfItsOwn() {
        cancellation.onForce(() -> done.add("forced"));

        cancellation.cancel();
        assertThat(done).isEmpty();
        cancellation.force();

        assertThat(done).containsExactly("forced");
    }
}
