package io.jobdeck.scheduler.embedded.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answer to one request and says when it is complete. */
final class Exchange implements HttpExchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final Channel channel;
    private final boolean keepAlive;
    private final Runnable complete;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile ChunkedStream stream;

    Exchange(Channel channel, boolean keepAlive, Runnable complete) {
        this.channel = channel;
        this.keepAlive = keepAlive;
        this.complete = complete;
    }

    @Override
    public void answer(HttpAnswer answer) {
        claim();
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()), Unpooled.wrappedBuffer(answer.body()));
        setHeaders(response, answer.headers());
        response.headers().set("Content-Length", answer.body().length);
        write(() -> {
            channel.writeAndFlush(response);
            finished();
        });
    }

    @Override
    public HttpStream stream(Map<String, String> headers) {
        claim();
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        setHeaders(head, Map.of());
        head.headers().set("Transfer-Encoding", "chunked");
        headers.forEach((name, value) -> head.headers().set(name, value));
        stream = new ChunkedStream(channel, this::finished);
        write(() -> channel.writeAndFlush(head));
        if (!channel.isActive()) {
            stream.disconnected();
        }
        return stream;
    }

    /** Answers 500, or breaks off if part of an answer has been sent. */
    void fail() {
        if (answered.get()) {
            channel.close();
        } else {
            answer(HttpAnswer.text(500, "500 Internal Server Error."));
        }
    }

    void disconnected() {
        ChunkedStream open = stream;
        if (open != null) {
            open.disconnected();
        }
    }

    private void claim() {
        if (!answered.compareAndSet(false, true)) {
            throw new IllegalStateException("The request has been answered already");
        }
    }

    private void finished() {
        if (keepAlive) {
            complete.run();
        } else {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Everything is written by the channel's thread, so that what one thread sends stays in order. */
    private void write(Runnable action) {
        try {
            channel.eventLoop().execute(action);
        } catch (RejectedExecutionException closing) {
            LOG.debug("The server is closing; {} gets no answer", channel.remoteAddress());
        }
    }

    private static void setHeaders(HttpResponse response, Map<String, String> headers) {
        response.headers().set("Date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        headers.forEach((name, value) -> response.headers().set(name, value));
    }
}
