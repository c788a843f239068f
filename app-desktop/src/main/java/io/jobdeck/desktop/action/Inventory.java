package io.jobdeck.desktop.action;

import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;

/** What the console knows of the cluster now, whatever its tables filter. Interface thread only. */
public interface Inventory {

    /** Returns all apps. */
    Collection<AppFacts> apps();

    /** Returns the app of that name, if there is one. */
    Optional<AppFacts> app(String name);

    /** Returns all jobs. */
    Collection<JobFacts> jobs();

    /** Returns the job of that name, if there is one. */
    Optional<JobFacts> job(String name);

    /** Returns all tasks in flight. */
    Collection<TaskRecord> tasks();

    /** Returns the task of that id, if it is in flight. */
    Optional<TaskRecord> task(TaskId id);

    /** Returns how many runs of the job the ready queue counts, empty if it does not stand there. */
    OptionalInt readyRuns(String job);

    /** Returns whether the item stands in the failover queue. */
    boolean isInFailover(MetaInfo item);

    /** Returns the zone in which the leader fires crons; this machine's while no leader is known. */
    ZoneId cronZone();

    /** Returns the time of the last update; it moves on at least twice a second, and with everything here. */
    ObservableValue<Instant> now();
}
