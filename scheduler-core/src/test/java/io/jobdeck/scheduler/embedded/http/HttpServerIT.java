package io.jobdeck.scheduler.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerIT {

    private final CompletableFuture<HttpStream> stream = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.start("test server", 0, new Routes()
                .on("GET", "/hello", (request, exchange) -> exchange.answer(HttpAnswer.text(200, "hello")))
                .on("POST", "/echo", (request, exchange) -> exchange.answer(
                        HttpAnswer.of(200, "application/octet-stream", request.body())))
                .on("POST", "/accepted", (request, exchange) -> exchange.answer(HttpAnswer.empty(202)))
                .on("GET", "/stream", (request, exchange) ->
                        stream.complete(exchange.stream(Map.of("Content-Type", "application/json"))))
                .on("GET", "/broken", (request, exchange) -> {
                    throw new IllegalStateException("broken on purpose");
                }));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void answersCarryOnlyTheHeadersThatMesosSends() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /accepted HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
            assertThat(readUntil(socket, "\r\n\r\n"))
                    .matches("HTTP/1\\.1 202 Accepted\r\nDate: \\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT\r\n"
                            + "Content-Length: 0\r\n\r\n");
        }
    }

    @Test
    void pipelinedRequestsOfOneConnectionAreAnsweredInOrder() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n"
                    + "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\ntwo");
            assertThat(readUntil(socket, "two")).startsWith("HTTP/1.1 200 OK").contains("one").doesNotContain("100");
        }
    }

    @Test
    void aConnectionThatAsksForItIsClosedAfterTheAnswer() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /hello/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).endsWith("hello");
        }
    }

    @Test
    void anotherMethodAndAnotherPathAreRefusedInTheWordsOfMesos() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /echo HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(readUntil(socket, "404 Not Found."))
                    .contains("Allow: POST\r\n")
                    .contains("405 Method Not Allowed. Expecting one of { 'POST' }, but received 'GET'.");
        }
    }

    @Test
    void aFailingHandlerIsAnsweredWithoutItsStackTrace() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /broken HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(readUntil(socket, "Error.")).contains("500 Internal Server Error").doesNotContain("purpose");
        }
    }

    @Test
    void aStreamSendsEachPieceAsOneChunkAndEndsWithTheTerminatingOne() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
            HttpStream open = stream.get(5, TimeUnit.SECONDS);
            open.write("first".getBytes(StandardCharsets.UTF_8));
            open.write("second".getBytes(StandardCharsets.UTF_8));
            open.end();
            String text = readUntil(socket, "0\r\n\r\n");
            assertThat(text).contains("Transfer-Encoding: chunked\r\n").doesNotContain("Content-Length")
                    .endsWith("5\r\nfirst\r\n6\r\nsecond\r\n0\r\n\r\n");

            send(socket, "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(readUntil(socket, "hello")).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aStreamKnowsAtOnceThatItsReaderIsGone() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (Socket socket = connect()) {
            send(socket, "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
            stream.get(5, TimeUnit.SECONDS).onClose(gone::countDown);
            readUntil(socket, "\r\n\r\n");
            assertThat(gone.getCount()).isOne();
        }
        assertThat(gone.await(2, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.get().isOpen()).isFalse();
    }

    @Test
    void aReaderThatDoesNotReadIsDisconnectedBeforeItsStreamFillsTheMemory() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
            HttpStream open = stream.get(5, TimeUnit.SECONDS);
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 80 && open.isOpen(); i++) {
                open.write(megabyte);
            }
            await().atMost(10, TimeUnit.SECONDS).until(() -> !open.isOpen());
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThatThrownBy(() -> HttpServer.start("embedded master", server.port(), new Routes()))
                .isInstanceOf(PortUnavailableException.class)
                .hasMessageContaining("embedded master")
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("in use");
    }

    @Test
    void aClosedServerBreaksItsStreamsAndFreesItsPort() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
            stream.get(5, TimeUnit.SECONDS);
            server.close();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("0\r\n\r\n");
        }
        HttpServer.start("second server", server.port(), new Routes()).close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Connection ended after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
