package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.Resource.AllocationInfo;
import org.apache.mesos.v1.Protos.Resource.ReservationInfo;
import org.apache.mesos.v1.Protos.Value;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an agent offers to a framework with a role")
class AgentResourcesTest {

    @Test
    void given_reserved_and_unreserved_cpus_when_more_is_taken_than_is_reserved_then_both_are_named_as_they_were_offered() {
        AgentResources agent = new AgentResources("S1", "one-host.example");
        agent.add(Offer.newBuilder()
                .addResources(reserved("cpus", 1))
                .addResources(allocated("cpus", 3))
                .addResources(allocated("mem", 512))
                .buildPartial());

        assertThat(agent.free()).isEqualTo(Amount.of(4, 512));
        List<Resource> taken = agent.take(Amount.of(1.5, 64));

        assertThat(taken).containsExactly(reserved("cpus", 1), allocated("cpus", 0.5), allocated("mem", 64));
        assertThat(agent.free()).isEqualTo(Amount.of(2.5, 448));
    }

    @Test
    void given_revocable_cpus_when_they_are_offered_then_they_do_not_count_since_a_job_could_lose_them_at_any_time() {
        AgentResources agent = new AgentResources("S1", "one-host.example");
        agent.add(Offer.newBuilder()
                .addResources(allocated("cpus", 3).toBuilder().setRevocable(Resource.RevocableInfo.getDefaultInstance()))
                .buildPartial());

        assertThat(agent.free()).isEqualTo(Amount.NONE);
    }

    private static Resource allocated(String name, double value) {
        return Resource.newBuilder().setName(name).setType(Value.Type.SCALAR)
                .setScalar(Value.Scalar.newBuilder().setValue(value))
                .setAllocationInfo(AllocationInfo.newBuilder().setRole("jobs"))
                .build();
    }

    private static Resource reserved(String name, double value) {
        return allocated(name, value).toBuilder()
                .addReservations(ReservationInfo.newBuilder().setType(ReservationInfo.Type.STATIC).setRole("jobs"))
                .build();
    }
}
