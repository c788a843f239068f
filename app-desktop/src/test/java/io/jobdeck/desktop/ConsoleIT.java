package io.jobdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.desktop.dialog.NoticeArea;
import io.jobdeck.desktop.dialog.NoticeLog;
import io.jobdeck.desktop.dialog.WindowDialogs;
import io.jobdeck.desktop.editor.RememberedEditors;
import io.jobdeck.desktop.frame.ConsoleFrame;
import io.jobdeck.desktop.frame.ProgramCommands;
import io.jobdeck.desktop.frame.TabContent;
import io.jobdeck.desktop.preferences.ForgetfulMemory;
import io.jobdeck.desktop.profile.MemoryKeyRing;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.start.OpeningFailure;
import io.jobdeck.desktop.table.SampleTools;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.desktop.theme.Zoom;
import io.jobdeck.desktop.window.Screenshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What a person sees from the start of the program to its end. */
class ConsoleIT extends ApplicationTest {

    private static final long PATIENCE_MILLIS = 10_000;

    private final DirectedClusters clusters = new DirectedClusters();
    private final List<String> chosen = new CopyOnWriteArrayList<>();
    private final List<Secrets> given = new CopyOnWriteArrayList<>();
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.NORMAL);
    private final MemoryKeyRing keyRing = new MemoryKeyRing();
    private Stage stage;
    private Console console;
    private ConsoleFrame frame;
    private Texts texts;
    private Appearance appearance;

    @Override
    public void start(Stage primary) {
        stage = primary;
        texts = new Texts(Language.ENGLISH);
        appearance = new Appearance(Theme.LIGHT);
        Clock clock = Clock.systemDefaultZone();
        NoticeArea notices = new NoticeArea(texts, new NoticeLog(Clock.systemDefaultZone()));
        Ways ways = new Ways();
        frame = new ConsoleFrame(texts, ways, () -> {
            StackPane nothing = new StackPane();
            nothing.setId("home");
            return TabContent.page(nothing);
        }, notices);
        FxUiExecutor ui = new FxUiExecutor();
        WindowDialogs dialogs = new WindowDialogs(() -> stage, notices, texts, appearance, clock,
                new RememberedEditors(Optional.empty(), layout -> { }));
        console = new Console(new Console.Tools(texts, clock, ui, dialogs, Rules.ofServer(clock),
                keyRing, new SampleTools()::of, new ForgetfulMemory()), frame, new Console.Hearers((opening, window) -> { }, cause -> { },
                profile -> chosen.add("edit " + profile.name()), (profile, kept) -> chosen.add("keep " + kept)));
        Scene scene = new Scene(frame.root());
        appearance.dress(scene);
        SharedStage.show(stage, scene);
    }

    @Test
    void aStartSaysWhatItIsAtAndThenShowsTheCluster() throws IOException {
        opens("first");
        await().until(() -> lookup("#start-step").<Label>query().getText().equals("Starting ZooKeeper…"));
        picture("starting");

        clusters.nextOf("first", secrets -> clusters.connectionOf(profile("first")));

        await().until(() -> lookup("#overview-summary").tryQuery().isPresent());
        assertThat(lookup("#status-cluster").<Label>query().getText()).isEqualTo("first");
    }

    @Test
    void aFailedStartNamesTheCauseAndTheWaysOn() throws IOException {
        opens("first");
        clusters.nextOf("first", secrets -> {
            throw new OpeningFailure("The directory /var/lib/jobdeck is used by another Jobdeck (process 4711).", null);
        });
        await().until(() -> lookup("#failure-page").tryQuery().isPresent());
        assertThat(lookup("#failure-cause").<Label>query().getText()).contains("process 4711");
        picture("start-failed");

        clickOn("Edit connection…");
        assertThat(chosen).containsExactly("edit first");
        clickOn("Retry");
        await().until(() -> lookup("#starting-page").tryQuery().isPresent());
        clusters.nextOf("first", secrets -> clusters.connectionOf(profile("first")));
        await().until(() -> lookup("#overview-summary").tryQuery().isPresent());
    }

    @Test
    void aFailedStartCanBeGivenUpAndThenNoClusterIsOpen() throws IOException {
        opens("first");
        clusters.nextOf("first", secrets -> {
            throw new OpeningFailure("Nobody answers.", null);
        });
        await().until(() -> lookup("#failure-page").tryQuery().isPresent());

        clickOn(byId("button-start.close"));

        assertThat(lookup("#home").tryQuery()).isPresent();
        assertThat(lookup("#tab-strip").query().isVisible()).isFalse();
    }

    @Test
    void whatNobodyExpectedIsOneLineToo() {
        opens("first");
        clusters.nextOf("first", secrets -> {
            throw new IllegalStateException("at some.deep.Place");
        });

        await().until(() -> lookup("#failure-page").tryQuery().isPresent());
        assertThat(lookup("#failure-cause").<Label>query().getText()).doesNotContain("some.deep.Place");
    }

    @Test
    void everyClusterHasATabAndClosingOneClosesThatOneOnly() throws IOException {
        isOpen("first");
        isOpen("billing-eu");
        isOpen("third");
        assertThat(lookup("#status-cluster").<Label>query().getText()).isEqualTo("third");
        picture("tabs");

        press(KeyCode.CONTROL, KeyCode.TAB).release(KeyCode.TAB, KeyCode.CONTROL);
        await().until(() -> inFront("first"));
        press(KeyCode.ALT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.ALT);
        await().until(() -> inFront("billing-eu"));

        press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.W, KeyCode.CONTROL);

        await().until(() -> inFront("third"));
        assertThat(frame.tabs()).extracting(tab -> tab.profile().name()).containsExactly("first", "third");
        await().until(() -> clusters.closed().equals(List.of("billing-eu")));
    }

    @Test
    void aClusterThatIsOpenHasOneTab() {
        isOpen("first");
        isOpen("second");

        opens("first");

        assertThat(frame.tabs()).hasSize(2);
        assertThat(lookup("#status-cluster").<Label>query().getText()).isEqualTo("first");
    }

    @Test
    void aClusterThatCannotBeOpenedKeepsNobodyFromTheOthers() {
        opens("hanging");
        isOpen("second");

        assertThat(lookup("#overview-summary").tryQuery()).isPresent();
        clickOn("#tab-hanging");
        assertThat(lookup("#starting-page").tryQuery()).isPresent();
        clickOn("#tab-second");
        assertThat(lookup("#overview-summary").tryQuery()).isPresent();
    }

    @Test
    void productionCannotBeMistaken() throws IOException {
        isOpen("test");
        assertThat(lookup("#production-band").query().isVisible()).isFalse();
        isOpen(production("billing-eu"));

        assertThat(lookup("#production-band").query().isVisible()).isTrue();
        assertThat(lookup("#production-word").<Label>query().getText()).isEqualTo("PRODUCTION");
        assertThat(from(lookup("#tab-billing-eu")).lookup(".production-badge").<Label>query().getText())
                .isEqualTo("PRODUCTION");
        picture("production");
        interact(() -> {
            appearance.setTheme(Theme.DARK);
            texts.setLanguage(Language.SIMPLIFIED_CHINESE);
        });
        picture("production-zh-dark");
        clickOn("#tab-test");
        assertThat(lookup("#production-band").query().isVisible()).isFalse();
    }

    @Test
    void readOnlyIsSwitchedForTheSessionFromTheMenuOfTheClusterInFront() {
        isOpen("test");
        isOpen(production("billing-eu"));
        DirectedClusters.Directed billing = clusters.connection("billing-eu");
        assertThat(billing.readOnlyProperty().get()).isTrue();

        clickOn(byId("menu.cluster"));
        clickOn(byId("menu.cluster.read-only"));

        assertThat(billing.readOnlyProperty().get()).isFalse();
        assertThat(clusters.connection("test").readOnlyProperty().get()).isFalse();
        clickOn("#tab-test");
        clickOn(byId("menu.cluster"));
        clickOn(byId("menu.cluster.read-only"));
        assertThat(clusters.connection("test").readOnlyProperty().get()).isTrue();
        assertThat(billing.readOnlyProperty().get()).isFalse();
    }

    @Test
    void manyTabsFitIntoASmallWindow() throws IOException {
        for (int i = 1; i <= 9; i++) {
            isOpen(i % 4 == 0 ? production("billing of region " + i) : profile("estate-of-department-" + i));
        }
        interact(() -> {
            stage.setWidth(900);
            stage.setHeight(520);
        });
        picture("tabs-many-small");
        assertThat(lookup("#tab-estate-of-department-9").query().localToScene(
                lookup("#tab-estate-of-department-9").query().getBoundsInLocal()).getMaxX()).isLessThan(900);
        assertThat(lookup("#new-tab").query().getBoundsInParent().getMaxX()).isLessThan(900);
    }

    @Test
    void theHomePageIsOneClickAwayAndTheTabsStay() {
        isOpen("first");

        clickOn("#new-tab");
        assertThat(lookup("#home").tryQuery()).isPresent();
        assertThat(lookup("#tab-first").tryQuery()).isPresent();
        clickOn("#tab-first");
        assertThat(lookup("#status-cluster").<Label>query().getText()).isEqualTo("first");
    }

    @Test
    void whatIsSecretIsAskedForInTheTabAndKeptOnceItHasOpenedTheCluster() throws IOException {
        opens(remote("billing-eu"));
        await().until(() -> lookup("#sign-in-secret").tryQuery().isPresent());
        picture("sign-in");
        clickOn(byId("sign-in-connect"));
        assertThat(lookup("#starting-page").tryQuery()).as("nothing was given").isEmpty();

        types("sign-in-digest", "ops:d1gest");
        types("sign-in-secret", "pa55word");
        clickOn(byId("sign-in-keep"));
        clickOn(byId("sign-in-connect"));
        clusters.nextOf("billing-eu", secrets -> {
            throw new OpeningFailure("Nobody answers.", null);
        });
        await().until(() -> lookup("#failure-page").tryQuery().isPresent());
        assertThat(keyRing.kept).isEmpty();
        clickOn(byId("button-start.secrets"));
        await().until(() -> lookup("#sign-in-secret").tryQuery().isPresent());
        types("sign-in-secret", "pa55word2");
        clickOn(byId("sign-in-keep"));
        clickOn(byId("sign-in-connect"));
        clusters.nextOf("billing-eu", secrets -> {
            given.add(secrets);
            return clusters.connectionOf(remote("billing-eu"));
        });

        await().until(() -> chosen.contains("keep true"));
        Secrets right = new Secrets(Optional.of("ops:d1gest"), Optional.of("pa55word2"));
        assertThat(given).containsExactly(right);
        assertThat(keyRing.kept).containsExactly(Map.entry("billing-eu", right));
    }

    @Test
    void whatTheKeyRingKeepsIsNotAskedFor() {
        keyRing.kept.put("billing-eu", new Secrets(Optional.of("ops:d"), Optional.of("p")));
        opens(remote("billing-eu").keepingSecrets(true));
        clusters.nextOf("billing-eu", secrets -> {
            given.add(secrets);
            return clusters.connectionOf(remote("billing-eu"));
        });

        await().until(() -> lookup("#overview-summary").tryQuery().isPresent());
        assertThat(given).containsExactly(keyRing.kept.get("billing-eu"));
    }

    private void types(String field, String text) {
        interact(() -> lookup("#" + field).<PasswordField>query().setText(text));
    }

    private static ConnectionProfile remote(String name) {
        return new ConnectionProfile(name, name, ProfileColour.VIOLET, new ClusterTarget.Remote("zk1:2181", "estate", true,
                new SignIn.Account("alice"), Optional.empty()), true, false, false);
    }

    private void opens(ConnectionProfile profile) {
        interact(() -> console.open(clusters.opening(profile), Secrets.NONE));
    }

    @Test
    void stoppingClosesAllClustersAndSaysSo() throws IOException {
        isOpen("first");
        isOpen("second");

        interact(() -> console.stop(() -> clusters.closed().add("program")));

        assertThat(lookup("#stopping-page").tryQuery()).isPresent();
        picture("stopping");
        await().until(() -> clusters.closed().size() == 3);
        assertThat(clusters.closed().subList(0, 2)).containsExactlyInAnyOrder("first", "second");
        assertThat(clusters.closed().get(2)).isEqualTo("program");
    }

    @Test
    void aClusterThatOpensAfterThePersonHasQuitIsClosed() {
        opens("late");
        interact(() -> console.stop(() -> { }));

        clusters.nextOf("late", secrets -> clusters.connectionOf(profile("late")));

        await().until(() -> clusters.closed().contains("late"));
    }

    @Test
    void aClusterThatOpensAfterItsTabWasClosedIsClosed() {
        opens("late");
        press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.W, KeyCode.CONTROL);

        clusters.nextOf("late", secrets -> clusters.connectionOf(profile("late")));

        await().until(() -> clusters.closed().contains("late"));
        assertThat(lookup("#home").tryQuery()).isPresent();
    }

    private static ConnectionProfile profile(String name) {
        ProfileColour[] colours = ProfileColour.values();
        return new ConnectionProfile(name, name, colours[Math.floorMod(name.hashCode(), colours.length)],
                new ClusterTarget.Embedded(Optional.empty()), false, false, false);
    }

    private static ConnectionProfile production(String name) {
        return new ConnectionProfile(name, name, ProfileColour.VIOLET, new ClusterTarget.Embedded(Optional.empty()), true,
                true, false);
    }

    private void opens(String name) {
        interact(() -> console.open(clusters.opening(profile(name)), Secrets.NONE));
    }

    private void isOpen(String name) {
        isOpen(profile(name));
    }

    private void isOpen(ConnectionProfile profile) {
        interact(() -> console.open(clusters.opening(profile), Secrets.NONE));
        clusters.nextOf(profile.id(), secrets -> clusters.connectionOf(profile));
        await().until(() -> lookup("#status-cluster").<Label>tryQuery()
                .filter(label -> label.getText().equals(profile.name())).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean inFront(String name) {
        return lookup("#status-cluster").<Label>tryQuery().filter(label -> label.getText().equals(name)).isPresent();
    }

    private Node byId(String id) {
        return lookup((Node node) -> id.equals(node.getId())).query();
    }

    private void picture(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Screenshot picture = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> Screenshot.of(stage.getScene()));
        picture.write(Path.of("target", "screenshots", name + ".png"));
    }

    private final class Ways implements ProgramCommands {

        @Override
        public void newConnection() {
            chosen.add("new connection");
        }

        @Override
        public ObservableValue<Zoom> zoom() {
            return zoom;
        }

        @Override
        public void setZoom(Zoom now) {
            zoom.set(now);
        }

        @Override
        public void about() {
            chosen.add("about");
        }

        @Override
        public void saveDiagnostics() {
            chosen.add("diagnostics");
        }

        @Override
        public void quit() {
            chosen.add("quit");
        }

        @Override
        public ObservableBooleanValue dark() {
            return new SimpleBooleanProperty();
        }

        @Override
        public void setDark(boolean dark) {
            chosen.add("dark " + dark);
        }

        @Override
        public void setLanguage(Language language) {
            chosen.add(language.tag());
        }
    }
}
