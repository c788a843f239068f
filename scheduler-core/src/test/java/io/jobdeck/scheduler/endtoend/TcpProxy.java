package io.jobdeck.scheduler.endtoend;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A port on loopback behind which is another one, and the network between them, which a test can break. What is under way
 * when the network stalls arrives when it is whole again, as with real packets.
 */
final class TcpProxy implements AutoCloseable {

    private enum Network { WHOLE, STALLED, CUT }

    private final int target;
    private final ServerSocket server = new ServerSocket();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private Network network = Network.WHOLE;

    /** @param target port on loopback */
    TcpProxy(int target) throws IOException {
        this.target = target;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        start("proxy-" + target, this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Nothing gets through, and nobody is told. */
    void stall() {
        set(Network.STALLED);
    }

    /** Connections break and no new ones can be made. */
    void cut() {
        set(Network.CUT);
        open.forEach(TcpProxy::closeQuietly);
    }

    void restore() {
        set(Network.WHOLE);
    }

    private synchronized void set(Network wanted) {
        network = wanted;
        notifyAll();
    }

    private synchronized boolean awaitNotStalled() {
        while (network == Network.STALLED) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return network == Network.WHOLE;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                start("proxy-" + target + "-connect", () -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        if (!awaitNotStalled()) {
            closeQuietly(client);
            return;
        }
        try {
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(behind);
            start("proxy-" + target + "-to", () -> pump(client, behind));
            start("proxy-" + target + "-from", () -> pump(behind, client));
        } catch (IOException refused) {
            closeQuietly(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && awaitNotStalled(); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            closeQuietly(from);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // There is nothing left to close.
        }
    }

    @Override
    public void close() {
        closeQuietly(server);
        cut();
    }
}
