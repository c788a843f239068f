package io.jobdeck.scheduler.mesos.master;

/** The text that should say where the Mesos masters are does not; the message says what is wrong and what is right. */
public final class MalformedMasterLocationException extends IllegalArgumentException {

    MalformedMasterLocationException(String message) {
        super(message + "; expected host:port, host:port,host:port or zk://[user:password@]host[:port],.../path");
    }
}
