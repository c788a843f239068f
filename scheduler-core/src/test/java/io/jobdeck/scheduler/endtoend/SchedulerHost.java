package io.jobdeck.scheduler.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One of several schedulers, as on a machine of its own: its program, and its network to ZooKeeper and to Mesos. */
final class SchedulerHost implements AutoCloseable {

    private final Path log;
    private final int restPort;
    private final int sessionMillis;
    private final List<TcpProxy> toZooKeeper = new ArrayList<>();
    private final TcpProxy toMesos;
    private ProgramProcess program;

    SchedulerHost(Path log, int restPort, int sessionMillis, ZooKeeperServers zooKeeper, int mesosPort) throws IOException {
        this.log = log;
        this.restPort = restPort;
        this.sessionMillis = sessionMillis;
        for (int server = 0; server < ZooKeeperServers.COUNT; server++) {
            toZooKeeper.add(new TcpProxy(zooKeeper.clientPort(server)));
        }
        toMesos = new TcpProxy(mesosPort);
    }

    void start() throws IOException {
        program = ProgramProcess.start(log, "--hostname=127.0.0.1", "--http_port=" + restPort,
                "--zk_session_timeout_ms=" + sessionMillis,
                "--zk_servers=" + toZooKeeper.stream().map(proxy -> "127.0.0.1:" + proxy.port())
                        .collect(Collectors.joining(",")),
                "--mesos_url=127.0.0.1:" + toMesos.port());
    }

    ProgramProcess program() {
        return program;
    }

    /** Returns {@code host:port} of its REST server. */
    String address() {
        return "127.0.0.1:" + restPort;
    }

    void stallZooKeeper() {
        toZooKeeper.forEach(TcpProxy::stall);
    }

    void cutZooKeeper() {
        toZooKeeper.forEach(TcpProxy::cut);
    }

    void cutMesos() {
        toMesos.cut();
    }

    void stallMesos() {
        toMesos.stall();
    }

    void restoreNetwork() {
        toZooKeeper.forEach(TcpProxy::restore);
        toMesos.restore();
    }

    @Override
    public void close() throws InterruptedException {
        if (program != null) {
            program.kill();
        }
        toZooKeeper.forEach(TcpProxy::close);
        toMesos.close();
    }
}
