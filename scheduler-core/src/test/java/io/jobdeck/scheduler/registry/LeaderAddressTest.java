package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who leads, told from the candidates' nodes. */
class LeaderAddressTest {

    private static final String A = "/ha/election/_c_6a1f2b1e-0000-4000-8000-00000000000a-lock-0000000012";
    private static final String B = "/ha/election/_c_0b1f2b1e-0000-4000-8000-00000000000b-lock-0000000003";

    private final InMemoryRegistry registry = new InMemoryRegistry();

    @Test
    void theLowestSequenceLeadsWhateverItsName() {
        registry.put(A, "host-a:8899");
        LeaderAddress leader = new LeaderAddress(registry.liveTree());
        assertThat(leader.current()).contains("host-a:8899");

        registry.put(B, "host-b:8899");
        assertThat(leader.current()).contains("host-b:8899");

        registry.remove(B);
        assertThat(leader.current()).contains("host-a:8899");
    }

    @Test
    void withoutCandidatesThereIsNoLeaderAndStrangersDoNotCount() {
        registry.put("/ha/election/lease-of-somebody", "x");
        registry.put("/ha/election/_c_1-lock-", "x");

        assertThat(new LeaderAddress(registry.liveTree()).current()).isEmpty();
    }

    @Test
    void aLeaderThatWentWhileTheConnectionWasBrokenIsForgotten() {
        registry.put(B, "host-b:8899");
        LeaderAddress leader = new LeaderAddress(registry.liveTree());

        registry.disconnect("gone");
        registry.remove(B);
        registry.reconnect();

        assertThat(leader.current()).isEmpty();
    }
}
