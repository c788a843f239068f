package io.jobdeck.desktop.options;

import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;

/** The form of one run of a job with a parameter or items of its own. Interface thread only; needs no window. */
public final class TriggerModel extends FormModel {

    /** Names of the fields, as the server gives them. */
    public static final String JOB_PARAMETER = "jobParameter";
    public static final String ITEMS = "items";
    public static final String ADD_RUN = "addRun";

    private static final String ITEMS_EXAMPLE = "0,2-3";

    private final JobConfig job;
    private final Texts texts;
    private final Consumer<TriggerOptions> onChosen;
    private final StringProperty jobParameter;
    private final StringProperty items;
    private final BooleanProperty addRun;

    /** @param onChosen hears what was chosen, at once */
    public TriggerModel(JobConfig job, Texts texts, Consumer<TriggerOptions> onChosen) {
        this.job = job;
        this.texts = texts;
        this.onChosen = onChosen;
        jobParameter = text(JOB_PARAMETER, job.jobParameter());
        items = text(ITEMS, "");
        addRun = flag(ADD_RUN, false);
    }

    @Override
    protected List<FieldProblem> check() {
        List<FieldProblem> problems = new ArrayList<>();
        if (ItemList.read(items.get(), job.shardingTotalCount()).isEmpty()) {
            problems.add(new FieldProblem(ITEMS, texts.get("form.trigger.items-problem", job.shardingTotalCount() - 1),
                    job.shardingTotalCount() > 3 ? ITEMS_EXAMPLE : "0"));
        }
        return problems;
    }

    /** Adding a run is a matter of those that wait in the queue, which a daemon's do not and one-off runs always are. */
    @Override
    public boolean shows(String field) {
        return !field.equals(ADD_RUN) || !job.isDaemon() && !isOneOff();
    }

    private boolean isOneOff() {
        return options().isOneOff();
    }

    private TriggerOptions options() {
        Optional<String> parameter = Optional.of(jobParameter.get()).filter(text -> !text.equals(job.jobParameter()));
        SortedSet<Integer> chosen = ItemList.read(items.get(), job.shardingTotalCount()).orElseGet(TreeSet::new);
        boolean all = chosen.size() == job.shardingTotalCount();
        return new TriggerOptions(addRun.get() && !job.isDaemon(), parameter, all ? new TreeSet<>() : chosen);
    }

    @Override
    protected void send() {
        succeed();
        onChosen.accept(options());
    }

    /** Returns the job that is to run. */
    public JobConfig job() {
        return job;
    }

    public StringProperty jobParameterProperty() {
        return jobParameter;
    }

    public StringProperty itemsProperty() {
        return items;
    }

    public BooleanProperty addRunProperty() {
        return addRun;
    }
}
