package io.jobdeck.scheduler.embedded.agent;

import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;

/** A framework that has something on this agent. */
final class FrameworkRun {

    private FrameworkInfo info;
    private boolean gone;

    FrameworkRun(FrameworkInfo info) {
        this.info = info;
    }

    FrameworkID id() {
        return info.getId();
    }

    FrameworkInfo info() {
        return info;
    }

    void update(FrameworkInfo newest) {
        info = newest;
    }

    boolean can(FrameworkInfo.Capability.Type capability) {
        return info.getCapabilitiesList().stream().anyMatch(has -> has.getType() == capability);
    }

    /** Returns whether its scheduler is gone for good, so that its executors only have to end. */
    boolean isGone() {
        return gone;
    }

    void setGone() {
        gone = true;
    }
}
