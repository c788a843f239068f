package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.zookeeper.KeeperException.Code;
import org.junit.jupiter.api.Test;

/** What is said when nodes cannot be read. */
class NodeReaderTest {

    private final List<String> failures = new ArrayList<>();

    private void read(Code answer) {
        MultiSender server = (operations, onReply) -> onReply.accept(Reply.of(answer.intValue(), null));
        new NodeReader(server, Namespace.named("ejc")).readNodes(List.of("/config"),
                NodeReader.outcome(nodes -> { }, failures::add));
    }

    @Test
    void aServerThatIsTooOldIsToldFromOneThatIsOutOfReach() {
        read(Code.UNIMPLEMENTED);
        read(Code.CONNECTIONLOSS);

        assertThat(failures).containsExactly(
                "Could not read /ejc/config: the ZooKeeper server is older than 3.6, which is needed. Upgrade the servers;"
                        + " what they hold stays",
                "Could not read /ejc/config: the connection to ZooKeeper broke");
    }
}
