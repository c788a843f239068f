package io.jobdeck.scheduler.simulation;

import java.util.List;

/** The names in a simulation: few, so that steps meet. */
final class Names {

    static final List<String> JOBS = List.of("alpha", "beta", "gamma");
    static final List<String> APPS = List.of("shop", "mail");

    private Names() {
    }

    static String job(int index) {
        return JOBS.get(index % JOBS.size());
    }

    static String app(int index) {
        return APPS.get(index % APPS.size());
    }
}
