package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.MetaInfo;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a path says; the first seven are the example of spec section 2.4. */
class NodeAddressTest {

    private static final MetaInfo ITEM = new MetaInfo("d1", 1);

    static Stream<Arguments> addresses() {
        return Stream.of(
                Arguments.of("/config/app/foo_app", RegistryPaths.configApp("foo_app"), new NodeAddress.App("foo_app")),
                Arguments.of("/config/job/t1", RegistryPaths.configJob("t1"), new NodeAddress.Job("t1")),
                Arguments.of("/state/ready/t1", RegistryPaths.ready("t1"), new NodeAddress.Ready("t1")),
                Arguments.of("/state/running/d1/d1@-@1", RegistryPaths.running(ITEM), new NodeAddress.Running(ITEM)),
                Arguments.of("/state/failover/d1/d1@-@1", RegistryPaths.failover(ITEM), new NodeAddress.Failover(ITEM)),
                Arguments.of("/state/disable/job/t1", RegistryPaths.disabledJob("t1"), new NodeAddress.DisabledJob("t1")),
                Arguments.of("/state/disable/app/a", RegistryPaths.disabledApp("a"), new NodeAddress.DisabledApp("a")),
                Arguments.of("/state/running/d1", RegistryPaths.running("d1"), new NodeAddress.RunningJob("d1")),
                Arguments.of("/state/failover/d1", RegistryPaths.failover("d1"), new NodeAddress.FailoverJob("d1")),
                Arguments.of("/ha/framework_id", RegistryPaths.FRAMEWORK_ID, new NodeAddress.FrameworkId()),
                Arguments.of("/ha/election/_c_1-lock-0000000000", "/ha/election/_c_1-lock-0000000000",
                        new NodeAddress.Candidate("_c_1-lock-0000000000")),
                Arguments.of("/jobdeck/epoch", RegistryPaths.EPOCH, new NodeAddress.Epoch()),
                Arguments.of("/jobdeck/app/a", RegistryPaths.appInfo("a"), new NodeAddress.AppInfo("a")),
                Arguments.of("/jobdeck/job/d1", RegistryPaths.jobStatus("d1"), new NodeAddress.JobStatus("d1")),
                Arguments.of("/jobdeck/job/d1/run-0", RegistryPaths.runPart("d1", "run-0"),
                        new NodeAddress.RunPart("d1", "run-0")),
                Arguments.of("/jobdeck/disabled/app/a", RegistryPaths.disabledAppInfo("a"),
                        new NodeAddress.DisabledAppInfo("a")),
                Arguments.of("/jobdeck/disabled/job/t1", RegistryPaths.disabledJobInfo("t1"),
                        new NodeAddress.DisabledJobInfo("t1")),
                Arguments.of("/jobdeck/waiting/t1", RegistryPaths.waiting("t1"), new NodeAddress.WaitingJob("t1")),
                Arguments.of("/jobdeck/executor/a@-@S0", RegistryPaths.executor("a@-@S0"),
                        new NodeAddress.Executor("a@-@S0")));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aPathIsBuiltAndUnderstoodTheSameWay(String path, String built, NodeAddress address) {
        assertThat(built).isEqualTo(path);
        assertThat(NodeAddress.of(path)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/config", "/config/job", "/state/running/d1/other@-@1", "/state/failover/d1/nonsense",
            "/somebody/elses/node", "/config/job/t1/below"})
    void whatMeansNothingIsToldApart(String path) {
        assertThat(NodeAddress.of(path)).isEqualTo(new NodeAddress.Other(path));
    }
}
