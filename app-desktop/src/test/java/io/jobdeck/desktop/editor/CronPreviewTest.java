package io.jobdeck.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CronPreviewTest {

    private static final Instant NOW = Instant.parse("2026-11-22T22:59:50Z");

    @Test
    void namesEachDayOnce() {
        assertThat(CronPreview.line(CronPreview.next("0/5 * * * * ?", ZoneId.of("Europe/Berlin"), NOW, 3)))
                .isEqualTo("2026-11-22 23:59:55, 2026-11-23 00:00:00, 00:00:05");
    }

    @Test
    void hasNothingToSayOfWhatIsNoCronOrFiresNoMore() {
        assertThat(CronPreview.next("every day", ZoneId.of("UTC"), NOW, 5)).isEmpty();
        assertThat(CronPreview.next("", ZoneId.of("UTC"), NOW, 5)).isEmpty();
        assertThat(CronPreview.next("0 0 0 1 1 ? 1999", ZoneId.of("UTC"), NOW, 5)).isEmpty();
        assertThat(CronPreview.next("0 0 0 1 1 ? 2027", ZoneId.of("UTC"), NOW, 5)).hasSize(1);
    }
}
