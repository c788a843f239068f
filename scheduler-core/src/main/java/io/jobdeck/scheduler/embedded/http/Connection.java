package io.jobdeck.scheduler.embedded.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: hands its requests to the handler one after the other. All state belongs to the channel's thread. */
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int MAX_PIPELINED = 64;

    private final HttpHandler handler;
    private final Queue<Pending> waiting = new ArrayDeque<>();
    private Exchange current;

    Connection(HttpHandler handler) {
        this.handler = handler;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        if (message.decoderResult().isFailure()) {
            new Exchange(context.channel(), false, () -> { }).answer(HttpAnswer.text(400, "400 Bad Request."));
            return;
        }
        if (waiting.size() >= MAX_PIPELINED) {
            context.close();
            return;
        }
        waiting.add(new Pending(request(message), HttpUtil.isKeepAlive(message)));
        next(context);
    }

    private void next(ChannelHandlerContext context) {
        if (current != null || waiting.isEmpty()) {
            return;
        }
        Pending pending = waiting.remove();
        Exchange exchange = new Exchange(context.channel(), pending.keepAlive, () -> {
            current = null;
            next(context);
        });
        current = exchange;
        try {
            handler.handle(pending.request, exchange);
        } catch (RuntimeException failure) {
            LOG.error("{} {} failed", pending.request.method(), pending.request.path(), failure);
            exchange.fail();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.clear();
        if (current != null) {
            current.disconnected();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("Connection {} broke: {}", context.channel().remoteAddress(), cause.getMessage());
        } else {
            LOG.warn("Connection {} is given up", context.channel().remoteAddress(), cause);
        }
        context.close();
    }

    private static HttpRequest request(FullHttpRequest message) {
        QueryStringDecoder uri = new QueryStringDecoder(message.uri());
        String path = uri.path();
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return new HttpRequest(message.method().name(), path, uri.rawQuery(), message.headers().copy(),
                ByteBufUtil.getBytes(message.content()));
    }

    private record Pending(HttpRequest request, boolean keepAlive) { }
}
