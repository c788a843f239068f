package io.jobdeck.scheduler.embedded.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream as HTTP chunks, one for each piece. */
final class ChunkedStream implements HttpStream {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkedStream.class);
    private static final Runnable NOTHING = () -> { };
    private static final Runnable DONE = () -> { };

    private final Channel channel;
    private final Runnable finished;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicReference<Runnable> onClose = new AtomicReference<>(NOTHING);

    ChunkedStream(Channel channel, Runnable finished) {
        this.channel = channel;
        this.finished = finished;
    }

    @Override
    public void write(byte[] piece) {
        if (open.get() && piece.length > 0) {
            onChannel(() -> writeChunk(piece));
        }
    }

    private void writeChunk(byte[] piece) {
        if (!channel.isActive()) {
            return;
        }
        if (!channel.isWritable()) {
            LOG.warn("{} does not read its stream; the connection is given up", channel.remoteAddress());
            channel.close();
            return;
        }
        channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(piece)));
    }

    @Override
    public void end() {
        if (open.compareAndSet(true, false)) {
            onChannel(() -> {
                channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
                finished.run();
            });
            over();
        }
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public void onClose(Runnable action) {
        if (onClose.compareAndSet(NOTHING, action)) {
            if (!open.get()) {
                over();
            }
        } else {
            throw new IllegalStateException("onClose has been set already");
        }
    }

    void disconnected() {
        if (open.compareAndSet(true, false)) {
            over();
        }
    }

    private void over() {
        Runnable action = onClose.get();
        if (action != NOTHING && onClose.compareAndSet(action, DONE)) {
            action.run();
        }
    }

    private void onChannel(Runnable action) {
        try {
            channel.eventLoop().execute(action);
        } catch (RejectedExecutionException closing) {
            LOG.debug("The server is closing; nothing more is sent to {}", channel.remoteAddress());
        }
    }
}
