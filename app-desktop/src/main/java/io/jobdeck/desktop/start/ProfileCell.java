package io.jobdeck.desktop.start;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** A connection in the list: its colour and name, whether it is production or read-only, where it leads. */
final class ProfileCell extends ListCell<ConnectionProfile> {

    private static final double DOT = 6;

    private final Predicate<String> isOpen;
    private final Texts texts;
    private final Circle dot = new Circle(DOT);
    private final Label name = new Label();
    private final Label badge = new Label();
    private final FontIcon lock = new FontIcon("fth-lock");
    private final Label place = new Label();
    private final Button open = new Button();
    private final HBox row = new HBox();

    ProfileCell(Predicate<String> isOpen, Consumer<List<ConnectionProfile>> onOpen, Texts texts) {
        this.isOpen = isOpen;
        this.texts = texts;
        name.getStyleClass().add("connection-name");
        badge.getStyleClass().add("production-badge");
        badge.setMinWidth(USE_PREF_SIZE);
        lock.getStyleClass().add("tab-lock");
        place.getStyleClass().add("connection-place");
        open.setMinWidth(USE_PREF_SIZE);
        open.setFocusTraversable(false);
        open.setOnAction(event -> onOpen.accept(List.of(getItem())));
        HBox title = new HBox(name, badge, lock);
        title.getStyleClass().add("connection-title");
        VBox words = new VBox(2, title, place);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getStyleClass().add("connection-row");
        row.getChildren().addAll(dot, words, open);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !isEmpty()) {
                onOpen.accept(List.of(getItem()));
            }
        });
    }

    @Override
    protected void updateItem(ConnectionProfile profile, boolean empty) {
        super.updateItem(profile, empty);
        setGraphic(empty ? null : row);
        if (!empty) {
            show(profile);
        }
    }

    private void show(ConnectionProfile profile) {
        dot.getStyleClass().setAll("profile-dot", profile.colour().styleClass());
        name.setText(profile.name());
        badge.setText(texts.get("frame.production"));
        badge.setVisible(profile.isProduction());
        badge.setManaged(profile.isProduction());
        lock.setVisible(profile.isReadOnly());
        lock.setManaged(profile.isReadOnly());
        place.setText(place(profile.target()));
        open.setText(texts.get(isOpen.test(profile.id()) ? "home.turn-to" : "home.open"));
        open.setId("open-" + profile.id());
        setAccessibleText(profile.name() + ", " + place.getText()
                + (profile.isProduction() ? ", " + badge.getText() : ""));
    }

    private String place(ClusterTarget target) {
        if (target instanceof ClusterTarget.Remote remote) {
            return remote.namespace() + " @ " + remote.connectString();
        }
        return ((ClusterTarget.Embedded) target).dataDirectory().map(Path::toString)
                .map(directory -> texts.get("home.embedded-in", directory)).orElseGet(() -> texts.get("home.embedded"));
    }
}
