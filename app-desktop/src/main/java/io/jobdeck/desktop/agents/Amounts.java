package io.jobdeck.desktop.agents;

import io.jobdeck.desktop.text.Texts;

/** Amounts of resources in words. */
final class Amounts {

    private static final double MEGABYTES_IN_A_GIGABYTE = 1024;
    /** From here on figures in MB are longer than anybody reads. */
    private static final double SHOWN_IN_GIGABYTES = 10 * MEGABYTES_IN_A_GIGABYTE;

    private final Texts texts;

    Amounts(Texts texts) {
        this.texts = texts;
    }

    String cpus(double cpus) {
        return texts.get("number.cpus", cpus);
    }

    String memory(double megabytes) {
        return megabytes >= SHOWN_IN_GIGABYTES ? texts.get("number.gigabytes", megabytes / MEGABYTES_IN_A_GIGABYTE)
                : texts.get("number.megabytes", megabytes);
    }

    /** Returns what is free of how much. */
    String cpus(Share share) {
        return texts.get("agents.share.cpus", share.free(), share.total());
    }

    /** Returns what is free of how much, both in the unit that suits the whole. */
    String memory(Share share) {
        return share.total() >= SHOWN_IN_GIGABYTES
                ? texts.get("agents.share.gigabytes", share.free() / MEGABYTES_IN_A_GIGABYTE, share.total() / MEGABYTES_IN_A_GIGABYTE)
                : texts.get("agents.share.megabytes", share.free(), share.total());
    }
}
