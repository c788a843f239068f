package io.jobdeck.scheduler.embedded.cluster;

/** The version of Mesos whose behaviour the embedded cluster shows. */
public final class MesosVersion {

    public static final String SHOWN = "1.11.1";

    private MesosVersion() {
    }
}
