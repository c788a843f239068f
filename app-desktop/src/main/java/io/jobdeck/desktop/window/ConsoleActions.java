package io.jobdeck.desktop.window;

import io.jobdeck.desktop.action.Action;
import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.jobs.JobRow;
import java.util.List;

/**
 * What a window offers to do.
 *
 * @param jobs with jobs, in the order of a menu; the first one makes a job
 * @param apps with apps, in the order of a menu; the first one makes an app
 */
public record ConsoleActions(List<? extends Action<JobRow>> jobs, List<? extends Action<AppRow>> apps) {

    public ConsoleActions {
        jobs = List.copyOf(jobs);
        apps = List.copyOf(apps);
    }
}
