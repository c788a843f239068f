package io.jobdeck.scheduler.mesos.master;

import java.util.List;
import java.util.function.Consumer;

/** Masters that were named one by one; which of them leads is found by their redirects. */
final class FixedMasters implements MasterDetector {

    private final List<MasterAddress> masters;

    FixedMasters(List<MasterAddress> masters) {
        this.masters = List.copyOf(masters);
    }

    @Override
    public void start(Consumer<List<MasterAddress>> listener) {
        listener.accept(masters);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
