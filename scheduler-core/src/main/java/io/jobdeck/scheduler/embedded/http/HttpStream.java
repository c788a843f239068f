package io.jobdeck.scheduler.embedded.http;

/** The body of a streaming answer. All methods may be called from any thread and return at once. */
public interface HttpStream {

    /**
     * Sends a piece, after all pieces written before it by the same thread. Does nothing once the stream is over. A reader
     * so slow that {@link HttpServer#MAX_UNREAD_BYTES} wait for it is disconnected.
     */
    void write(byte[] piece);

    /** Sends the terminating chunk. The connection stays open for further requests. */
    void end();

    /** Returns whether pieces can still be sent. */
    boolean isOpen();

    /**
     * Sets what is run, once, when the stream is over: ended by us, or the peer is gone. Runs at once if it is over
     * already. Called on the connection's thread or on the one that ended the stream, so it must not block.
     *
     * @throws IllegalStateException if one has been set already
     */
    void onClose(Runnable action);
}
