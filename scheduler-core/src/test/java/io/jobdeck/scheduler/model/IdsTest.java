package io.jobdeck.scheduler.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The identifiers of spec section 2.1. */
class IdsTest {

    private static final String AGENT = "2ab5d1c0-7a0e-4b0c-8f5e-1f2f3f4f5f6f-S1";
    private static final String TASK = "foo_job@-@0@-@READY@-@" + AGENT + "@-@76438449-0100-4fbd-9a4e-4d4669ee8bcc";

    @Test
    void aTaskIdIsReadAndWrittenAsItIs() {
        TaskId id = TaskId.parse(TASK);

        assertThat(id.jobName()).isEqualTo("foo_job");
        assertThat(id.item()).isZero();
        assertThat(id.type()).isEqualTo(LaunchType.READY);
        assertThat(id.agentId()).isEqualTo(AGENT);
        assertThat(id).hasToString(TASK);
    }

    @Test
    void theTaskNameIsTheIdWithoutItsLastPart() {
        assertThat(TaskId.parse(TASK).taskName()).isEqualTo("foo_job@-@0@-@READY@-@" + AGENT);
    }

    @Test
    void aTaskNotYetPlacedIsReadToo() {
        assertThat(TaskId.parse("foo_job@-@3@-@FAILOVER@-@unassigned-slave@-@1").agentId()).isEqualTo("unassigned-slave");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo_job", "foo_job@-@0", "foo_job@-@x@-@READY@-@a@-@u", "foo_job@-@0@-@LATER@-@a@-@u",
            "@-@0@-@READY@-@a@-@u", "foo@-@job@-@0@-@READY@-@a@-@u", "foo_job@-@-1@-@READY@-@a@-@u"})
    void whatIsNoTaskIdIsRefusedByName(String text) {
        assertThatThrownBy(() -> TaskId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMetaInfoIsReadAndWrittenAsItIs() {
        assertThat(MetaInfo.parse("foo_job@-@0")).isEqualTo(new MetaInfo("foo_job", 0)).hasToString("foo_job@-@0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo_job", "foo_job@-@", "@-@0", "foo_job@-@a", "foo_job@-@0@-@1"})
    void whatIsNoMetaInfoIsRefused(String text) {
        assertThatThrownBy(() -> MetaInfo.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anExecutorIdNamesAppAndAgent() {
        String id = ExecutorIds.of("foo_app", AGENT);

        assertThat(id).isEqualTo("foo_app@-@" + AGENT);
        assertThat(ExecutorIds.appOf(id)).isEqualTo("foo_app");
        assertThat(ExecutorIds.agentOf(id)).isEqualTo(AGENT);
    }
}
