package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.table.TableModel;
import java.util.Comparator;
import java.util.List;

/** The view model of the view of jobs. */
public final class JobsModel {

    private final TableModel<String, JobFacts, JobRow> table = new TableModel<>(JobRow::new,
            Comparator.comparing(JobRow::name), TableModel.containedIn(row -> List.of(row.name(), row.appProperty().get(), row.cronProperty().get(),
                    row.facts().config().map(job -> job.description()).orElse(""))));

    /** Returns the table of jobs. */
    public TableModel<String, JobFacts, JobRow> table() {
        return table;
    }
}
