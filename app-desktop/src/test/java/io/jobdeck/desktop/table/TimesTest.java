package io.jobdeck.desktop.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Texts texts = new Texts(Language.ENGLISH);
    private final Times times = new Times(texts, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({"-0, now", "-3, 3 s ago", "3, in 3 s", "-119, 119 s ago", "-120, 2 min ago", "7199, in 119 min",
            "7200, in 2 h", "-172799, 47 h ago", "-172800, 2 d ago",
            "63071999, in 729 d", "63072000, in 2 y"})
    void aTimeIsToldByHowFarAwayItIs(long seconds, String told) {
        assertThat(times.relative(NOON.plusSeconds(seconds), NOON)).isEqualTo(told);
    }

    @Test
    void aTimeIsToldInTheLanguageChosen() {
        texts.setLanguage(Language.SIMPLIFIED_CHINESE);

        assertThat(times.relative(NOON.minusSeconds(3), NOON)).isEqualTo("3 秒前");
    }

    @Test
    void theExactTimeNamesItsZone() {
        assertThat(times.absolute(NOON)).contains("1:00:00").endsWith("Europe/Berlin");
    }

    @Test
    void theClockSaysTheDayOnlyOfWhatIsNotNear() {
        assertThat(times.clock(NOON, NOON.plusSeconds(60))).isEqualTo("13:00:00");
        assertThat(times.clock(NOON, NOON.minusSeconds(86_400))).isEqualTo("03-01 13:00");
    }
}
