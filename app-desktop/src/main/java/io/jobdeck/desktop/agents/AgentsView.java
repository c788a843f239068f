package io.jobdeck.desktop.agents;

import io.jobdeck.desktop.insight.AgentWork;
import io.jobdeck.desktop.insight.AgentsFeed;
import io.jobdeck.desktop.insight.AgentsNews;
import io.jobdeck.desktop.insight.Asking;
import io.jobdeck.desktop.insight.Trouble;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.EmptyState;
import io.jobdeck.desktop.view.OneTableView;
import io.jobdeck.desktop.view.TablePane;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentsReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;

/** The view of agents, asked for while it is seen; controller of {@code agents.fxml}. */
public final class AgentsView extends OneTableView<AgentRow> {

    private static final String ID = "agents";
    private static final String ICON = "fth-server";

    private final AgentsModel model;
    private final AgentsFeed feed;
    private final Function<String, AgentWork> works;
    private final Asking asking;
    private final Amounts amounts;
    private final ObjectProperty<AgentWork> work = new SimpleObjectProperty<>(AgentWork.NONE);
    private Optional<String> selected = Optional.empty();
    private Optional<Future<?>> looking = Optional.empty();

    @FXML
    private Label capacity;
    @FXML
    private HBox notice;
    @FXML
    private Label noticeText;
    @FXML
    private Button noticeRetry;
    @FXML
    private TableColumn<AgentRow, String> host;
    @FXML
    private TableColumn<AgentRow, AgentState> state;
    @FXML
    private TableColumn<AgentRow, Share> cpus;
    @FXML
    private TableColumn<AgentRow, Share> memory;
    @FXML
    private TableColumn<AgentRow, Number> tasks;
    @FXML
    private TableColumn<AgentRow, Number> executors;
    @FXML
    private TableColumn<AgentRow, String> attributes;
    @FXML
    private TableColumn<AgentRow, Instant> since;
    @FXML
    private TableColumn<AgentRow, String> id;

    /**
     * Makes the view.
     *
     * @param feed where the agents come from
     * @param works what this scheduler has on an agent, by its id; takes its time
     * @param asking where that is asked
     */
    public AgentsView(AgentsModel model, AgentsFeed feed, Function<String, AgentWork> works, Asking asking, ViewContext context) {
        super(ID, ICON, model.table(), context);
        this.model = model;
        this.feed = feed;
        this.works = works;
        this.asking = asking;
        this.amounts = new Amounts(context.texts());
        fillColumns();
        noticeRetry.textProperty().bind(context.texts().bind("agents.retry"));
        noticeRetry.setOnAction(event -> feed.refresh());
        TablePane<AgentRow> pane = work(selection -> List::of, actions -> Optional.empty(), this::detailsOf);
        pane.orderBy(host);
        pane.emptyBecause(feed.newsProperty(), this::emptyState);
        followFeed();
    }

    private void fillColumns() {
        Columns columns = context().columns();
        columns.text(host, AgentRow::hostProperty);
        columns.mark(state, AgentRow::stateProperty, AgentMarks::of, row -> "",
                row -> context().texts().get("agent.means." + row.stateProperty().get()));
        share(cpus, AgentRow::cpusProperty, amounts::cpus, amounts::cpus);
        share(memory, AgentRow::memoryProperty, amounts::memory, amounts::memory);
        columns.count(tasks, AgentRow::tasksProperty);
        columns.count(executors, AgentRow::executorsProperty);
        columns.text(attributes, AgentRow::attributesProperty);
        columns.time(since, AgentRow::sinceProperty);
        columns.text(id, row -> new SimpleObjectProperty<>(row.key()));
    }

    private void share(TableColumn<AgentRow, Share> column, Function<AgentRow, ObservableValue<Share>> value,
            Function<Share, String> figures, DoubleFunction<String> unit) {
        Texts texts = context().texts();
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(any -> new ShareCell<>(figures,
                share -> texts.get("agents.share.details", unit.apply(share.total()), unit.apply(share.used()),
                        unit.apply(share.free()), unit.apply(share.offered()))));
    }

    private void followFeed() {
        feed.newsProperty().addListener((property, before, news) -> take(news));
        context().status().nowProperty().addListener((property, before, now) -> showNotice());
        context().texts().languageProperty().addListener((property, before, now) -> showNotice());
        take(feed.newsProperty().get());
        root().sceneProperty().addListener((property, before, scene) -> {
            if (before == null && scene != null) {
                feed.watch();
            } else if (before != null && scene == null) {
                feed.unwatch();
            }
        });
    }

    private void take(AgentsNews news) {
        news.report().ifPresent(model::apply);
        model.table().arrange();
        selected.ifPresent(this::lookAtWork);
        showNotice();
    }

    /** Old figures are shown with their age and with why there are no newer ones. */
    private void showNotice() {
        AgentsNews news = feed.newsProperty().get();
        boolean stale = news.trouble().isPresent() && news.report().isPresent();
        notice.setVisible(stale);
        notice.setManaged(stale);
        if (stale) {
            Duration age = Duration.between(news.report().get().asOf(), context().status().nowProperty().get());
            noticeText.setText(context().texts().get("agents.stale", context().columns().times().length(age),
                    news.trouble().get().message()));
        }
        capacity.setText(feed.capacity().getValue().filter(all -> all.agents() > 0).map(all -> context().texts().get("agents.capacity",
                amounts.cpus(all.resources().free().cpus()),
                amounts.cpus(all.resources().total().cpus()),
                amounts.memory(all.resources().free().memoryMb()),
                amounts.memory(all.resources().total().memoryMb()))).orElse(""));
    }

    private Optional<EmptyState> emptyState() {
        AgentsNews news = feed.newsProperty().get();
        Texts texts = context().texts();
        if (news.isLoading()) {
            return Optional.of(new EmptyState("fth-loader", texts.get("agents.loading"), ""));
        }
        if (news.report().map(AgentsReport::agents).filter(agents -> !agents.isEmpty()).isPresent()) {
            return Optional.empty();
        }
        return news.trouble().map(trouble -> new EmptyState(trouble.kind() == Trouble.Kind.FORBIDDEN ? "fth-lock" : "fth-wifi-off",
                texts.get("agents.trouble." + trouble.kind()), trouble.message()).with(texts.get("agents.retry"), feed::refresh));
    }

    private Details detailsOf(AgentRow row) {
        selected = Optional.of(row.key());
        work.set(AgentWork.NONE);
        lookAtWork(row.key());
        return AgentDetails.of(context(), row, work);
    }

    private void lookAtWork(String agent) {
        looking.ifPresent(before -> before.cancel(false));
        looking = Optional.of(asking.ask(() -> works.apply(agent), found -> {
            if (selected.filter(agent::equals).isPresent()) {
                work.set(found);
            }
        }, trouble -> work.set(AgentWork.NONE)));
    }
}
