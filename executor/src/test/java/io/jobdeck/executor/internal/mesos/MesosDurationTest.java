package io.jobdeck.executor.internal.mesos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MesosDurationTest {

    @ParameterizedTest
    @CsvSource({"5secs,PT5S", "15mins,PT15M", "2secs,PT2S", "100ms,PT0.1S", "1.5hrs,PT1H30M", "2days,PT48H", "1weeks,PT168H",
            "7us,PT0.000007S", "9ns,PT0.000000009S", "0secs,PT0S"})
    void readsWhatMesosWrites(String text, Duration expected) {
        assertThat(MesosDuration.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "secs", "5 secs", "5fortnights", "-5secs"})
    void saysWhatItExpects(String text) {
        assertThatThrownBy(() -> MesosDuration.parse(text))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("like 5secs");
    }
}
