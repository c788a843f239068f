package io.jobdeck.scheduler.rest;

import java.time.Duration;
import java.util.Optional;

/** What a REST server shows of its scheduler's state and load. Safe on any thread. */
public interface Monitoring {

    /** Of a server without a scheduler behind it. */
    Monitoring NONE = new Monitoring() {

        @Override
        public Optional<LoopState> loop() {
            return Optional.empty();
        }

        @Override
        public String metrics(String contentType) {
            return "";
        }

        @Override
        public void answered(String method, String route, int status, Duration took) {
            // Nobody wants to know.
        }
    };

    /**
     * The scheduling loop of a scheduler that leads.
     *
     * @param lag how long its oldest event has been waiting
     * @param subscribed whether Mesos takes its calls
     */
    record LoopState(Duration lag, boolean subscribed) { }

    /** Returns the state of the loop; empty on a standby. Must not block. */
    Optional<LoopState> loop();

    /** Returns all metrics in the form of a content type of Prometheus; may take a moment. */
    String metrics(String contentType);

    /**
     * A call has been answered.
     *
     * @param route path of the route with its parameters in braces, or one word for all that have none
     */
    void answered(String method, String route, int status, Duration took);
}
