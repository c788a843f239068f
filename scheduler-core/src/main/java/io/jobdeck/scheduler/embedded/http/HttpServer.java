package io.jobdeck.scheduler.embedded.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP/1.1 server on 127.0.0.1: keep-alive, pipelining, chunked and plain requests, plain and streaming answers.
 * Requests of one connection are answered in order, one at a time.
 */
public final class HttpServer implements AutoCloseable {

    /** Longest request body in bytes; a longer one is answered 413. */
    public static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    /** Most bytes of a stream that may wait for a slow reader before it is disconnected. */
    public static final int MAX_UNREAD_BYTES = 64 * 1024 * 1024;

    private static final int CLOSE_SECONDS = 10;

    private final EventLoopGroup threads;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final int port;

    private HttpServer(String name, int port, HttpHandler handler) throws PortUnavailableException {
        threads = new NioEventLoopGroup(1, new DefaultThreadFactory(name.replace(' ', '-') + "-http", true));
        ChannelFuture bound = bootstrap(handler)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stopThreads();
            throw new PortUnavailableException(name, port, bound.cause());
        }
        channels.add(bound.channel());
        this.port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    /**
     * Starts a server.
     *
     * @param name what it is, for thread names and messages, such as "embedded master"
     * @param port port, or 0 for any free one
     * @param handler answers the requests
     * @throws PortUnavailableException if the port cannot be listened on
     */
    public static HttpServer start(String name, int port, HttpHandler handler) throws PortUnavailableException {
        return new HttpServer(name, port, handler);
    }

    /** Returns the port it listens on. */
    public int port() {
        return port;
    }

    /** Returns {@code 127.0.0.1:PORT}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Breaks all connections, streams included, and frees the port before it returns. */
    @Override
    public void close() {
        channels.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        stopThreads();
    }

    private void stopThreads() {
        threads.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    private ServerBootstrap bootstrap(HttpHandler handler) {
        return new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(MAX_UNREAD_BYTES / 2, MAX_UNREAD_BYTES))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connect(channel, handler);
                    }
                });
    }

    private void connect(Channel channel, HttpHandler handler) {
        channels.add(channel);
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(new FlushConsolidationHandler(256, true));
        pipeline.addLast(new HttpServerCodec());
        pipeline.addLast(new RequestAggregator(MAX_BODY_BYTES));
        pipeline.addLast(new Connection(handler));
    }
}
