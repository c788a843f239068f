package io.jobdeck.scheduler.embedded.zookeeper;

import java.io.IOException;

/** ZooKeeper cannot be started; the message says why, and what to do, in one line for people. */
public class ZooKeeperStartException extends IOException {

    ZooKeeperStartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The port is used by another program; another one may do. */
    public static final class PortInUse extends ZooKeeperStartException {

        PortInUse(int port, Throwable cause) {
            super("The embedded ZooKeeper cannot listen on 127.0.0.1:" + port
                    + " (it is in use). Stop the program that uses this port, or choose another port.", cause);
        }
    }
}
