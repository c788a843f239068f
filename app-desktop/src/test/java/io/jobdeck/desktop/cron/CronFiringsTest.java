package io.jobdeck.desktop.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class CronFiringsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T22:59:50Z");

    @Test
    void namesTheNextTimesInTheLeadersZone() {
        assertThat(CronFirings.next("0/5 * * * * ?", BERLIN, NOW, 3)).extracting(ZonedDateTime::toString).containsExactly(
                "2026-11-22T23:59:55+01:00[Europe/Berlin]", "2026-11-23T00:00+01:00[Europe/Berlin]",
                "2026-11-23T00:00:05+01:00[Europe/Berlin]");
    }

    @Test
    void atATimeThatDoesNotExistItNamesAnotherThatDoes() {
        Instant before = Instant.parse("2027-03-27T12:00:00Z");

        assertThat(CronFirings.next("0 30 2 * * ?", BERLIN, before, 2)).allSatisfy(time ->
                assertThat(BERLIN.getRules().isValidOffset(time.toLocalDateTime(), time.getOffset())).isTrue());
    }

    @Test
    void hasNothingToSayOfWhatIsNoCronOrFiresNoMore() {
        assertThat(CronFirings.next("every day", BERLIN, NOW, 5)).isEmpty();
        assertThat(CronFirings.next("", BERLIN, NOW, 5)).isEmpty();
        assertThat(CronFirings.next("0 0 0 1 1 ? 1999", BERLIN, NOW, 5)).isEmpty();
        assertThat(CronFirings.next("0 0 0 1 1 ? 2027", BERLIN, NOW, 5)).hasSize(1);
        assertThat(CronFirings.isCron("0 0 0 1 1 ? 1999")).isTrue();
        assertThat(CronFirings.isCron("every day")).isFalse();
    }
}
