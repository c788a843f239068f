package io.jobdeck.scheduler.mesos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A master on loopback whose every byte is written by the test. */
final class ScriptedMaster implements AutoCloseable {

    private final ServerSocket server;
    private final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    ScriptedMaster() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("scripted-master", this::accept);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                start("scripted-master-connection", () -> serve(socket));
            }
        } catch (IOException e) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    private void serve(Socket socket) {
        CountDownLatch closedByPeer = new CountDownLatch(1);
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String line = readLine(in);
            while (!line.isEmpty()) {
                Map<String, String> headers = readHeaders(in);
                byte[] body = new byte[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
                in.readFully(body);
                exchanges.add(new Exchange(socket, line, headers, body, closedByPeer));
                line = readLine(in);
            }
        } catch (IOException e) {
            // The driver, or the test, has closed the connection: what the latch tells.
        } finally {
            closedByPeer.countDown();
        }
    }

    private static Map<String, String> readHeaders(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            String[] header = line.split(": ?", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        return headers;
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int character = in.read();
        while (character >= 0 && character != '\n') {
            line.write(character);
            character = in.read();
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    /** Returns the next request, waiting for it. */
    Exchange next() {
        try {
            Exchange exchange = exchanges.poll(10, TimeUnit.SECONDS);
            assertThat(exchange).as("a request within 10 seconds").isNotNull();
            return exchange;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasMore() {
        return !exchanges.isEmpty();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** A request, and the way to answer it. */
    record Exchange(Socket socket, String requestLine, Map<String, String> headers, byte[] body,
            CountDownLatch closedByPeer) {

        Exchange send(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Exchange send(String text) {
            return send(text.getBytes(StandardCharsets.UTF_8));
        }

        Exchange accept() {
            return send("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        }

        Exchange answer(String status, String words) {
            return send("HTTP/1.1 %s\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(status, words.length(), words));
        }

        Exchange openStream(WireFormat format, String streamId) {
            return send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nMesos-Stream-Id: %s\r\nContent-Type: %s\r\n\r\n"
                    .formatted(streamId, format.mediaType()));
        }

        Exchange chunk(byte[] bytes) {
            return send(Integer.toHexString(bytes.length) + "\r\n").send(bytes).send("\r\n");
        }

        Exchange endOfChunks() {
            return send("0\r\n\r\n");
        }

        void cut() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits until the driver has closed this connection. */
        void awaitClosed() {
            try {
                assertThat(closedByPeer.await(10, TimeUnit.SECONDS)).as("connection closed by the driver").isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
