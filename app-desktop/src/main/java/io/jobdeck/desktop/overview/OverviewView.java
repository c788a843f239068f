package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.Inventory;
import io.jobdeck.desktop.action.Reach;
import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.bridge.Link;
import io.jobdeck.desktop.fold.Totals;
import io.jobdeck.desktop.overview.History.Sample;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ConsoleView;
import io.jobdeck.desktop.view.Fxml;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The overview; controller of {@code overview.fxml}. */
public final class OverviewView implements ConsoleView {

    private static final String ID = "overview";
    private static final String ICON = "fth-home";

    private final OverviewModel model;
    private final ViewContext context;
    private final Parent root;
    private final AttentionPane attention;
    private final CapacityPane capacity;
    private final HistoryChart chart;
    private final FiringsPane firings;
    private final ObservableValue<List<BoundAction>> actions;
    private List<Sample> charted = List.of();

    @FXML
    private Label title;
    @FXML
    private Label summary;
    @FXML
    private Label attentionTitle;
    @FXML
    private Label capacityTitle;
    @FXML
    private Label chartTitle;
    @FXML
    private Label tasksLegend;
    @FXML
    private Label waitingLegend;
    @FXML
    private Label firingsTitle;
    @FXML
    private ScrollPane scroll;
    @FXML
    private VBox attentionCard;
    @FXML
    private VBox capacityCard;
    @FXML
    private VBox chartCard;
    @FXML
    private VBox firingsCard;

    /** Makes the view; it follows the model while it is in front. */
    public OverviewView(OverviewModel model, Inventory inventory, ViewContext context) {
        this.model = model;
        this.context = context;
        this.root = Fxml.load(this, "overview.fxml");
        this.attention = new AttentionPane(context, model, inventory);
        this.capacity = new CapacityPane(context);
        this.chart = new HistoryChart(context);
        this.firings = new FiringsPane(context);
        // A job is what people register most, and both makings of something new have the same shortcut.
        this.actions = new SimpleObjectProperty<>(Stream.concat(
                context.actions().of(Scope.JOB).stream().filter(action -> action.face().reach() == Reach.NOTHING),
                context.actions().of(Scope.CLUSTER).stream())
                .map(action -> new BoundAction(action, List::of)).toList());
        attentionCard.getChildren().add(attention);
        capacityCard.getChildren().add(capacity);
        chartCard.getChildren().add(chart);
        firingsCard.getChildren().add(firings);
        context.texts().languageProperty().addListener((property, before, now) -> {
            charted = List.of();
            arrange();
        });
        context.status().linkProperty().addListener((property, before, now) -> arrange());
        arrange();
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        title.textProperty().bind(texts.bind("view.overview.name"));
        attentionTitle.textProperty().bind(texts.bind("overview.attention"));
        capacityTitle.textProperty().bind(texts.bind("overview.capacity"));
        chartTitle.textProperty().bind(texts.bind("overview.history"));
        tasksLegend.textProperty().bind(texts.bind("overview.legend.tasks"));
        waitingLegend.textProperty().bind(texts.bind("overview.legend.waiting"));
        firingsTitle.textProperty().bind(texts.bind("overview.firings"));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return ICON;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ObservableValue<List<BoundAction>> actions() {
        return actions;
    }

    /** The overview has no rows to filter. */
    @Override
    public void filter(String words) {
        scroll.setVvalue(0);
    }

    @Override
    public void focus() {
        scroll.requestFocus();
    }

    @Override
    public void focusFilter() {
        focus();
    }

    @Override
    public void arrange() {
        Instant now = context.columns().now().getValue();
        boolean connected = !(context.status().linkProperty().get() instanceof Link.Connecting);
        attention.refresh(connected);
        capacity.refresh(model.totals(), model.capacityProperty().get());
        firings.refresh(model.firings(), now);
        actions.getValue().forEach(BoundAction::refresh);
        summary.setText(connected ? summary() : "");
        List<Sample> samples = model.history().samples();
        if (charted.isEmpty() || !samples.equals(charted)) {
            charted = samples;
            chart.show(samples, now);
        }
    }

    private String summary() {
        Totals totals = model.totals();
        return context.texts().get("overview.summary", totals.jobs(), totals.apps(), totals.tasks(),
                totals.waitingRuns());
    }
}
