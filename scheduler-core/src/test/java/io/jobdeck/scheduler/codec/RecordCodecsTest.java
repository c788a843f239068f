package io.jobdeck.scheduler.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordCodecsTest {

    private static final Instant WHEN = Instant.parse("2026-11-22T17:00:00.123456Z");

    @Test
    void whatOlderVersionsDidNotSayIsNotKnown() {
        RunResult result = Codecs.RUN_RESULT.read(
                "{\"runId\":\"r\",\"outcome\":\"SUCCEEDED\",\"at\":\"2026-11-22T17:00:00Z\",\"message\":\"\"}");
        Waiting waiting = Codecs.WAITING.read(
                "{\"reason\":\"a\",\"help\":\"b\",\"since\":\"2026-11-22T17:00:00Z\",\"kind\":\"OF_TOMORROW\"}");

        assertThat(result.duration()).isEmpty();
        assertThat(result.usual()).isEmpty();
        assertThat(waiting.kind()).isEqualTo(Waiting.Kind.OTHER);
    }

    @Test
    void howLongARunTookIsReadAsItWasWritten() {
        RunResult result = new RunResult("r", RunResult.Outcome.SUCCEEDED, WHEN, "", Optional.of(WHEN.minusSeconds(9)),
                Optional.of(Duration.ofMillis(8500)));

        assertThat(Codecs.RUN_RESULT.read(Codecs.RUN_RESULT.write(result))).isEqualTo(result);
    }

    @Test
    void theOtherRecordsAreReadAsTheyWereWritten() {
        RunResult result = new RunResult("r", RunResult.Outcome.KILLED, WHEN, "by \"hand\"");
        Disablement disablement = new Disablement("alice", WHEN);
        Waiting waiting = new Waiting("needs 2.0 cpus", "add an agent", WHEN, Waiting.Kind.RESOURCES);
        LeaderInfo leader = new LeaderInfo("h:8899", WHEN, ZoneId.of("Europe/Berlin"), "0.1.0");

        assertThat(Codecs.RUN_RESULT.read(Codecs.RUN_RESULT.write(result))).isEqualTo(result);
        assertThat(Codecs.DISABLEMENT.read(Codecs.DISABLEMENT.write(disablement))).isEqualTo(disablement);
        assertThat(Codecs.DISABLEMENT.write(disablement))
                .isEqualTo("{\"by\":\"alice\",\"since\":\"2026-11-22T17:00:00.123456Z\"}");
        assertThat(Codecs.WAITING.read(Codecs.WAITING.write(waiting))).isEqualTo(waiting);
        assertThat(Codecs.LEADER.read(Codecs.LEADER.write(leader))).isEqualTo(leader);
        assertThat(Codecs.APP_INFO.write(ExecutorKind.JOBDECK)).isEqualTo("{\"executor\":\"JOBDECK\"}");
        assertThat(Codecs.APP_INFO.read("{\"executor\":\"JOBDECK\",\"later\":1}")).isEqualTo(ExecutorKind.JOBDECK);
    }

    @Test
    void whatDoesNotParseIsRefusedWithTheMember() {
        assertThatThrownBy(() -> Codecs.LEADER.read("{\"address\":\"h:1\",\"since\":\"now\",\"zone\":\"Nowhere/X\",\"version\":\"1\"}"))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("since: must be a time such as").hasMessageContaining("zone: must be a time zone");
        assertThatThrownBy(() -> Codecs.DISABLEMENT.read("")).isInstanceOf(MalformedTextException.class);
    }
}
