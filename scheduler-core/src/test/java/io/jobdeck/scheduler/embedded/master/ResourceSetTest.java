package io.jobdeck.scheduler.embedded.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.Value;
import org.junit.jupiter.api.Test;

class ResourceSetTest {

    private static final ResourceSet AGENT =
            ResourceSet.of(List.of(ports(31000, 32000), ScriptedAgent.scalar("cpus", 4), ScriptedAgent.scalar("mem", 1024)));

    @Test
    void whatIsTakenAndGivenBackLeavesNoRestHoweverOftenItHappens() {
        ResourceSet tenth = ResourceSet.of(List.of(ScriptedAgent.scalar("cpus", 0.1)));
        ResourceSet left = AGENT;
        for (int i = 0; i < 40; i++) {
            left = left.minus(tenth);
        }
        assertThat(left.scalar("cpus")).isZero();
        for (int i = 0; i < 40; i++) {
            left = left.plus(tenth);
        }
        assertThat(left).isEqualTo(AGENT);
    }

    @Test
    void nothingFallsBelowNothing() {
        ResourceSet more = ResourceSet.of(List.of(ScriptedAgent.scalar("cpus", 5), ports(1, 65535)));

        assertThat(AGENT.minus(more)).hasToString("mem:1024");
        assertThat(AGENT.minus(AGENT).isEmpty()).isTrue();
    }

    @Test
    void portsAreTakenOutOfTheMiddleAndJoinAgain() {
        ResourceSet some = ResourceSet.of(List.of(ports(31010, 31019)));

        ResourceSet left = AGENT.minus(some);

        assertThat(left.range("ports")).hasToString("Optional[[31000-31009, 31020-32000]]");
        assertThat(left.contains(some)).isFalse();
        assertThat(left.plus(some)).isEqualTo(AGENT);
    }

    @Test
    void aSetContainsAnotherOnlyIfItHasEnoughOfEverything() {
        assertThat(AGENT.contains(ResourceSet.EMPTY)).isTrue();
        assertThat(AGENT.contains(AGENT)).isTrue();
        assertThat(AGENT.contains(ResourceSet.of(List.of(ScriptedAgent.scalar("cpus", 4.001))))).isFalse();
        assertThat(AGENT.contains(ResourceSet.of(List.of(ScriptedAgent.scalar("gpus", 1))))).isFalse();
        assertThat(AGENT.contains(ResourceSet.of(List.of(ports(31999, 32001))))).isFalse();
    }

    @Test
    void theOrderInWhichAnAgentNamesItsResourcesIsKept() {
        assertThat(AGENT.toProto()).extracting(Resource::getName).containsExactly("ports", "cpus", "mem");
        assertThat(ResourceSet.EMPTY.plus(AGENT).describe("*"))
                .isEqualTo("ports(allocated: *):[31000-32000]; cpus(allocated: *):4; mem(allocated: *):1024");
    }

    @Test
    void theDominantShareIsTheLargestPartOfAnyResource() {
        ResourceSet half = ResourceSet.of(List.of(ScriptedAgent.scalar("cpus", 1), ScriptedAgent.scalar("mem", 512)));

        assertThat(half.dominantShareOf(AGENT)).isEqualTo(0.5);
        assertThat(half.dominantShareOf(ResourceSet.EMPTY)).isZero();
    }

    private static Resource ports(long begin, long end) {
        return Resource.newBuilder().setName("ports").setType(Value.Type.RANGES)
                .setRanges(Value.Ranges.newBuilder().addRange(Value.Range.newBuilder().setBegin(begin).setEnd(end)))
                .build();
    }
}
