package io.jobdeck.desktop.window;

import io.jobdeck.desktop.bridge.ClusterStatus;
import io.jobdeck.desktop.bridge.Link;
import io.jobdeck.desktop.fold.Leadership;
import io.jobdeck.desktop.table.Mark;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.LeaderInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** One line on the cluster, how current the window is, who leads, how busy it is, and what went wrong last. */
final class StatusBar extends HBox {

    private static final double DOT = 4;

    private final ViewContext context;
    private final LastError lastError;
    private final Circle dot = new Circle(DOT);
    private final Label link = new Label();
    private final Label leader = new Label();
    private final Label changes = new Label();
    private final Button error = new Button();
    private final Tooltip linkDetail = new Tooltip();
    private final Tooltip errorDetail = new Tooltip();
    private final Tooltip leaderDetail = new Tooltip();

    StatusBar(String title, ViewContext context, LastError lastError) {
        this.context = context;
        this.lastError = lastError;
        getStyleClass().add("status-bar");
        Label cluster = new Label(title);
        cluster.setId("status-cluster");
        cluster.getStyleClass().add("status-cluster");
        link.setId("status-link");
        link.setGraphic(dot);
        link.setTooltip(linkDetail);
        leader.setId("status-leader");
        leader.setTooltip(leaderDetail);
        changes.setId("status-changes");
        error.setId("status-error");
        error.getStyleClass().add("status-error");
        error.setOnAction(event -> new RecentErrors(lastError, context.texts(), context.columns().times()).showOver(error));
        error.accessibleHelpProperty().bind(context.texts().bind("errors.title"));
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(cluster, link, leader, changes, space, error);
        for (Label fixed : new Label[] {cluster, link, changes}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        follow(context.status());
    }

    private void follow(ClusterStatus status) {
        InvalidationListener update = change -> update();
        status.nowProperty().addListener(update);
        status.linkProperty().addListener(update);
        lastError.entryProperty().addListener(update);
        context.texts().languageProperty().addListener(update);
        update();
    }

    private void update() {
        ClusterStatus status = context.status();
        Instant now = status.nowProperty().get();
        showLink(status.linkProperty().get(), now);
        showLeader(status.leadershipProperty().get(), now);
        changes.setText(context.texts().get("status.changes", status.changesPerSecondProperty().get()));
        showError(lastError.entryProperty().get());
    }

    private void showLink(Link now, Instant time) {
        if (now instanceof Link.Stale stale) {
            Duration age = Duration.between(stale.since(), time);
            link.setText(context.texts().get("status.stale", context.columns().times().length(age)));
            linkDetail.setText(stale.cause());
            dot(Mark.Tone.WARNING);
        } else if (now instanceof Link.Live) {
            link.setText(context.texts().get("status.live"));
            linkDetail.setText(context.texts().get("status.live.detail",
                    context.columns().times().absolute(context.status().liveSince()),
                    context.columns().times().length(Duration.between(context.status().lastChange(), time))));
            dot(Mark.Tone.GOOD);
        } else {
            link.setText(context.texts().get("status.connecting"));
            linkDetail.setText(context.texts().get("status.connecting"));
            dot(Mark.Tone.ACTIVE);
        }
    }

    private void dot(Mark.Tone tone) {
        dot.getStyleClass().setAll("dot", tone.styleClass());
    }

    private void showLeader(Leadership leadership, Instant time) {
        Optional<LeaderInfo> now = leadership.leader();
        leader.setText(now.map(info -> context.texts().get("status.leader", info.address(),
                context.columns().times().length(Duration.between(info.since(), time)), leadership.candidates() - 1))
                .orElse(context.texts().get("status.leader.none")));
        leaderDetail.setText(now.map(info -> context.texts().get("status.leader.detail",
                context.columns().times().absolute(info.since()), info.zone().getId(), info.version()))
                .orElse(context.texts().get("status.leader.none.detail")));
    }

    private void showError(Optional<LastError.Entry> entry) {
        error.setVisible(entry.isPresent());
        error.setText(entry.map(LastError.Entry::message).orElse(""));
        errorDetail.setText(entry.map(last -> last.message() + "\n" + context.columns().times().absolute(last.at()))
                .orElse(""));
        error.setTooltip(entry.isPresent() ? errorDetail : null);
    }
}
