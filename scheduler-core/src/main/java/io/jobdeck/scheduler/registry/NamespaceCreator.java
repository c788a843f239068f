package io.jobdeck.scheduler.registry;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;

/** Creates the namespace's own node with its parents, which transactions inside the namespace cannot. */
final class NamespaceCreator {

    private final Session session;
    private final RegistryOptions options;

    NamespaceCreator(Session session, RegistryOptions options) {
        this.session = session;
        this.options = options;
    }

    void create() {
        StringBuilder path = new StringBuilder();
        for (String level : options.namespace().split("/")) {
            path.append('/').append(level);
            demandCreated(path.toString());
        }
    }

    private void demandCreated(String path) {
        CompletableFuture<Code> answer = new CompletableFuture<>();
        Op create = Op.create(path, new byte[0], session.acl(), CreateMode.PERSISTENT);
        session.send(List.of(create), reply -> answer.complete(reply.code()));
        Code code = session.await(answer, "create " + path);
        if (code != Code.OK && code != Code.NODEEXISTS) {
            throw new RegistryUnavailableException("Could not create " + path + " in ZooKeeper at "
                    + options.connectString() + ": " + (code == Code.NONODE
                    ? "the path in the connect string does not exist" : "ZooKeeper answered " + code), null);
        }
    }
}
