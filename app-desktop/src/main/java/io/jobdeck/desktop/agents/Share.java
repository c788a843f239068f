package io.jobdeck.desktop.agents;

/**
 * How much of something is taken.
 *
 * @param total all of it
 * @param used taken by executors and tasks
 * @param offered held as offers
 */
record Share(double total, double used, double offered) implements Comparable<Share> {

    static final Share NONE = new Share(0, 0, 0);

    /** Returns what executors and tasks do not have. */
    double free() {
        return Math.max(0, total - used);
    }

    /** Returns the part that is used, from 0 to 1. */
    double usedPart() {
        return total <= 0 ? 0 : Math.min(1, used / total);
    }

    /** Returns the part that is offered, from 0 to 1 less the part used. */
    double offeredPart() {
        return total <= 0 ? 0 : Math.min(1 - usedPart(), offered / total);
    }

    /** By what is free, since that is what one looks for. */
    @Override
    public int compareTo(Share other) {
        return Double.compare(free(), other.free());
    }
}
