package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enables what was disabled until a time once that has come, also if it came while nobody led. What 2.1.5 has enabled
 * keeps the node that tells who disabled it and how; that is removed, so that it does not speak for the next time.
 */
final class Disablements {

    private static final Logger LOG = LoggerFactory.getLogger(Disablements.class);

    /** Flag and info are written in one transaction, of which the tree tells within milliseconds. */
    private static final Duration FLAG_MAY_FOLLOW = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final Alarms alarms;
    private final Loop loop;

    Disablements(ClusterState state, RegistryWriter writer, Alarms alarms, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.alarms = alarms;
        this.loop = loop;
    }

    void look(JobState job) {
        if (job.disableInfo.nodeExists && !job.disableInfo.writeUnderWay) {
            look(new Subject("job " + job.name(), RegistryPaths.disabledJob(job.name()),
                    RegistryPaths.disabledJobInfo(job.name()), job.disabled, job.disableInfo, () -> state.changed(job)));
        }
    }

    void look(AppState app) {
        if (app.disableInfo.nodeExists && !app.disableInfo.writeUnderWay) {
            look(new Subject("app " + app.name(), RegistryPaths.disabledApp(app.name()),
                    RegistryPaths.disabledAppInfo(app.name()), app.disabled, app.disableInfo, () -> state.changed(app)));
        }
    }

    private void look(Subject subject) {
        DisableInfo info = subject.info();
        if (subject.disabled()) {
            info.withoutFlagSince = null;
            info.value.flatMap(Disablement::until).ifPresent(until -> enableAt(subject, until));
        } else {
            removeLeftover(subject);
        }
    }

    private void enableAt(Subject subject, Instant until) {
        if (until.isAfter(loop.clock().instant())) {
            alarms.at("until " + subject.flag(), until, subject.again());
            return;
        }
        LOG.info("{} was disabled until {} and is enabled", subject.name(), until);
        write(subject, List.of(new Change.Delete(subject.flag()), deleteInfo(subject)));
    }

    private void removeLeftover(Subject subject) {
        DisableInfo info = subject.info();
        Instant now = loop.clock().instant();
        if (info.withoutFlagSince == null) {
            info.withoutFlagSince = now;
        }
        Instant due = info.withoutFlagSince.plus(FLAG_MAY_FOLLOW);
        if (due.isAfter(now)) {
            alarms.at("leftover " + subject.flag(), due, subject.again());
        } else {
            write(subject, List.of(deleteInfo(subject)));
        }
    }

    private static Change deleteInfo(Subject subject) {
        return new Change.Delete(subject.infoPath(), subject.info().version);
    }

    private void write(Subject subject, List<Change> changes) {
        subject.info().writeUnderWay = true;
        writer.write(changes, done -> {
            subject.info().writeUnderWay = false;
            subject.again().run();
        }, refused -> {
            subject.info().writeUnderWay = false;
            loop.after(LOOK_AGAIN, subject.again());
        });
    }

    /** A job or an app. */
    private record Subject(String name, String flag, String infoPath, boolean disabled, DisableInfo info, Runnable again) { }
}
