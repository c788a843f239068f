package io.jobdeck.desktop.action;

import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.jobs.JobRow;
import java.time.ZoneId;
import java.util.Collection;

/** What the console knows of the cluster now, whatever its tables filter. Interface thread only. */
public interface Inventory {

    /** Returns all apps. */
    Collection<AppRow> apps();

    /** Returns all jobs. */
    Collection<JobRow> jobs();

    /** Returns the zone in which the leader fires crons; this machine's while no leader is known. */
    ZoneId cronZone();
}
