package io.jobdeck.desktop.cron;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.TreeSet;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows what a cron says in plain language, and its next fire times in a zone that can be chosen. */
public final class CronHelp extends VBox {

    private static final int FIRE_TIMES = 10;
    private static final double GAP = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final ObservableValue<String> cron;
    private final ZoneId leaderZone;
    private final Clock clock;
    private final Texts texts;
    private final Label reading = new Label();
    private final GridPane times = new GridPane();
    private final ComboBox<String> zones = new ComboBox<>();
    private final Timeline passing;
    private Instant nextChange = Instant.MAX;

    /**
     * @param leaderZone zone in which the leader fires crons; times are shown in it until another one is chosen
     * @param clock what fire times are reckoned from
     */
    public CronHelp(ObservableValue<String> cron, ZoneId leaderZone, Clock clock, Texts texts) {
        super(GAP);
        this.cron = cron;
        this.leaderZone = leaderZone;
        this.clock = clock;
        this.texts = texts;
        getStyleClass().add("cron-help");
        reading.setId("cron-reading");
        reading.setWrapText(true);
        reading.setMinHeight(Region.USE_PREF_SIZE);
        reading.getStyleClass().add("cron-reading");
        times.setId("cron-times");
        times.getStyleClass().add("cron-times");
        getChildren().addAll(reading, heading(), times);
        passing = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> passTime()));
        passing.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((observable, before, now) -> runWhileShown(now != null));
        cron.addListener((observable, before, now) -> show());
        show();
    }

    private void runWhileShown(boolean shown) {
        if (shown) {
            passing.play();
        } else {
            passing.stop();
        }
    }

    private HBox heading() {
        zones.setId("cron-zone");
        zones.setEditable(true);
        zones.getItems().setAll(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        zones.getEditor().setText(CronFirings.name(leaderZone));
        zones.setAccessibleText(texts.get("cron.zone"));
        zones.getEditor().textProperty().addListener((observable, before, now) -> show());
        HBox.setHgrow(zones, Priority.ALWAYS);
        zones.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(texts.get("cron.next"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox heading = new HBox(GAP, label, zones);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private void passTime() {
        if (!clock.instant().isBefore(nextChange)) {
            show();
        }
    }

    private void show() {
        Instant now = clock.instant();
        List<ZonedDateTime> next = CronFirings.next(cron.getValue(), leaderZone, now, FIRE_TIMES);
        nextChange = next.isEmpty() ? Instant.MAX : next.get(0).toInstant();
        boolean valid = CronFirings.isCron(cron.getValue());
        if (!valid) {
            reading.setText(texts.get("form.job.cron-hint"));
        } else if (next.isEmpty()) {
            reading.setText(texts.get("cron.never"));
        } else {
            reading.setText(new CronWords(texts).describe(cron.getValue()).orElse(""));
        }
        reading.setVisible(!reading.getText().isEmpty());
        reading.setManaged(reading.isVisible());
        boolean known = zone() != null;
        zones.pseudoClassStateChanged(Styles.STATE_DANGER, !known);
        list(known ? next : List.of());
        getChildren().get(1).setVisible(!next.isEmpty());
        getChildren().get(1).setManaged(!next.isEmpty());
    }

    /** Returns the zone that was chosen, null if what is typed names none. */
    private ZoneId zone() {
        String typed = zones.getEditor().getText().strip();
        boolean own = typed.isEmpty() || typed.equals(CronFirings.name(leaderZone));
        if (own) {
            return leaderZone;
        }
        return ZoneId.getAvailableZoneIds().contains(typed) ? ZoneId.of(typed) : null;
    }

    private void list(List<ZonedDateTime> next) {
        times.getChildren().clear();
        Instant last = clock.instant();
        int row = 0;
        for (ZonedDateTime time : next) {
            ZonedDateTime shown = time.withZoneSameInstant(zone());
            times.addRow(row++, label(weekday(shown), "cron-day"), label(DAY.format(shown), "cron-date"),
                    label(TIME.format(shown), "cron-time"), label(offset(shown), "cron-offset"),
                    label(clockChange(last, time), "cron-change"));
            last = time.toInstant();
        }
    }

    private String weekday(ZonedDateTime time) {
        return time.getDayOfWeek().getDisplayName(TextStyle.SHORT, texts.locale());
    }

    private static String offset(ZonedDateTime time) {
        return time.getOffset().getTotalSeconds() == 0 ? "UTC" : "UTC" + time.getOffset().getId();
    }

    /** Says that the clocks of the leader's zone change between two firings, by which its local times are moved. */
    private String clockChange(Instant from, ZonedDateTime to) {
        ZoneOffsetTransition change = leaderZone.getRules().nextTransition(from);
        if (change == null || change.getInstant().isAfter(to.toInstant())) {
            return "";
        }
        Duration by = change.getDuration();
        return texts.get(by.isNegative() ? "cron.clocks-back" : "cron.clocks-forward",
                TIME.format(change.getDateTimeBefore()), TIME.format(change.getDateTimeAfter()));
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
