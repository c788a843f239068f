package io.jobdeck.scheduler.takeover;

import io.jobdeck.scheduler.registry.TreeNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * A node as ZooKeeper has it.
 *
 * @param text its value
 * @param ephemeral whether it goes with the session that made it
 */
public record StoredNode(String text, boolean ephemeral) {

    /** Reads a whole namespace; paths are inside it. */
    static Map<String, StoredNode> all(ZooKeeper client, String namespace) throws KeeperException, InterruptedException {
        Map<String, StoredNode> nodes = new LinkedHashMap<>();
        read(client, "/" + namespace, "", nodes);
        return nodes;
    }

    private static void read(ZooKeeper client, String root, String path, Map<String, StoredNode> nodes)
            throws KeeperException, InterruptedException {
        Stat stat = new Stat();
        byte[] data = client.getData(root + path, false, stat);
        nodes.put(path.isEmpty() ? "/" : path, new StoredNode(data == null ? "" : new String(data, StandardCharsets.UTF_8),
                stat.getEphemeralOwner() != 0));
        for (String child : client.getChildren(root + path, false)) {
            read(client, root, path + "/" + child, nodes);
        }
    }

    /** Takes the nodes of a live tree, which does not tell the kinds of its nodes: those of candidates are ephemeral. */
    public static Map<String, StoredNode> of(Map<String, TreeNode> tree) {
        Map<String, StoredNode> nodes = new LinkedHashMap<>();
        tree.forEach((path, node) -> nodes.put(path, new StoredNode(node.text(), path.startsWith("/ha/election/"))));
        return nodes;
    }
}
