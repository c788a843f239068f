package io.jobdeck.scheduler.rest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before the server starts whether it can listen, so that a failure is one line and no log of its start. */
final class PortProbe {

    private PortProbe() {
    }

    static void check(RestAddress address) {
        InetSocketAddress socketAddress = new InetSocketAddress(address.host(), address.port());
        if (socketAddress.isUnresolved()) {
            throw RestStartException.of(address, new IOException("there is no host of that name"));
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(socketAddress);
        } catch (IOException e) {
            throw RestStartException.of(address, e);
        }
    }
}
