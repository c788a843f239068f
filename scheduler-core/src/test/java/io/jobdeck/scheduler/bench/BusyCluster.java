package io.jobdeck.scheduler.bench;

import java.io.IOException;
import java.util.List;

/** A cluster in a process of its own with 1 000 apps, 9 000 jobs and 99 000 running tasks. */
public final class BusyCluster implements AutoCloseable {

    private final ChildJvm process;
    private final String zookeeper;
    private final String namespace;

    private BusyCluster(ChildJvm process, String zookeeper, String namespace) {
        this.process = process;
        this.zookeeper = zookeeper;
        this.namespace = namespace;
    }

    /** Starts one; it takes about a minute until its tasks run. */
    public static BusyCluster start() throws IOException {
        ChildJvm process = ChildJvm.start(BusyClusterProcess.class, "2g", List.of());
        List<String> words = process.await(BusyClusterProcess.READY);
        return new BusyCluster(process, words.get(0), words.get(1));
    }

    /** Returns where its ZooKeeper is. */
    public String zookeeper() {
        return zookeeper;
    }

    /** Returns the namespace of its registry. */
    public String namespace() {
        return namespace;
    }

    /** Adds a thousand jobs that fire every five seconds: some 5 000 changes of the tree within a second, each time. */
    public void becomeBusy() throws IOException {
        process.tell(BusyClusterProcess.BUSY);
        process.await(BusyClusterProcess.BUSY);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
