package io.jobdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.desktop.dialog.NoticeArea;
import io.jobdeck.desktop.dialog.NoticeLog;
import io.jobdeck.desktop.dialog.WindowDialogs;
import io.jobdeck.desktop.editor.RememberedEditors;
import io.jobdeck.desktop.form.FormField;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.profile.MemoryKeyRing;
import io.jobdeck.desktop.profile.ProfileJson;
import io.jobdeck.desktop.profile.Profiles;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.start.HomePage;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with their connections on the page that lists them. */
class HomeIT extends ApplicationTest {

    private static final ConnectionProfile PRODUCTION = new ConnectionProfile("p", "billing-eu", ProfileColour.VIOLET,
            new ClusterTarget.Remote("zk1.eu:2181,zk2.eu:2181,zk3.eu:2181", "elastic-job-cloud", true,
                    new SignIn.Account("alice"), Optional.empty()), true, true, true);

    @TempDir
    private Path directory;
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final List<Secrets> openedWith = new CopyOnWriteArrayList<>();
    private final List<List<ConnectionProfile>> kept = new ArrayList<>();
    private final MemoryKeyRing keyRing = new MemoryKeyRing();
    private final Texts texts = new Texts(Language.ENGLISH);
    private Optional<String> trouble = Optional.empty();
    private Appearance appearance;
    private Stage stage;
    private Profiles profiles;
    private ProfileDesk desk;
    private HomePage page;

    @Override
    public void start(Stage primary) {
        stage = primary;
        appearance = new Appearance(Theme.LIGHT);
        NoticeArea notices = new NoticeArea(texts, new NoticeLog(Clock.systemDefaultZone()));
        WindowDialogs dialogs = new WindowDialogs(() -> stage, notices, texts, appearance, Clock.systemUTC(),
                new RememberedEditors(Optional.empty(), layout -> { }));
        profiles = new Profiles(List.of(ConnectionProfile.embedded("Embedded cluster"), PRODUCTION), kept::add);
        desk = new ProfileDesk(new ProfileDesk.Tools(texts, new FxUiExecutor(), dialogs,
                (profile, target, typed, reached, refused) -> trouble.ifPresentOrElse(cause -> refused.accept(new Refusal("",
                        List.of(new FieldProblem(RemoteFields.CONNECT_STRING, cause, "zk1:2181")))), reached), keyRing),
                profiles, new ProfileDesk.Clusters() {

                    @Override
                    public void open(ConnectionProfile profile, Secrets secrets) {
                        opened.add(profile.name());
                        openedWith.add(secrets);
                    }

                    @Override
                    public boolean isOpen(String id) {
                        return id.equals("embedded");
                    }
                }, new ProfileDesk.FileChoice() {

                    @Override
                    public Optional<Path> toRead() {
                        return Optional.of(directory.resolve("connections.json"));
                    }

                    @Override
                    public Optional<Path> toWrite() {
                        return Optional.of(directory.resolve("connections.json"));
                    }
                });
        page = new HomePage(profiles.all(), id -> id.equals("embedded"), desk, texts);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        Scene scene = new Scene(new StackPane(page.root(), notices));
        appearance.dress(scene);
        SharedStage.show(stage, scene);
        page.focus();
    }

    @AfterEach
    void closeEverything() {
        interact(() -> List.copyOf(Window.getWindows()).stream().filter(window -> window != stage).forEach(Window::hide));
        desk.close();
    }

    @Test
    void everyConnectionIsListedAndOpens() {
        picture("home");
        interact(() -> {
            appearance.setTheme(Theme.DARK);
            texts.setLanguage(Language.SIMPLIFIED_CHINESE);
            page.root();
        });
        picture("home-zh-dark");

        clickOn("#open-p");
        push(KeyCode.ENTER);
        doubleClickOn("Embedded cluster");

        assertThat(opened).containsExactly("billing-eu", "Embedded cluster", "Embedded cluster");
    }

    @Test
    void aNewConnectionIsTestedSavedAndOpened() {
        clickOn(byId("home.new"));
        fill("name", "reports");
        fill("connectString", "zk9:2181");
        interact(() -> lookup("#usesDigest").<CheckBox>query().setSelected(true));
        interact(() -> lookup("#digest").<PasswordField>query().setText("ops:d"));
        trouble = Optional.of("No connection to ZooKeeper at zk9:2181 within 9 s.");
        picture("connection-new");
        clickOn("#save");
        assertThat(field("connectString").problemText()).contains("zk9:2181");
        assertThat(field("untested").isVisible()).isTrue();
        picture("connection-in-vain");

        trouble = Optional.empty();
        clickOn("#save");

        assertThat(opened).containsExactly("reports");
        assertThat(openedWith).containsExactly(new Secrets(Optional.of("ops:d"), Optional.empty()));
        assertThat(kept).hasSize(1);
        assertThat(ProfileJson.write(kept.get(0))).contains("reports").doesNotContain("ops:d");
        assertThat(keyRing.kept).as("nobody chose to keep it").isEmpty();
    }

    @Test
    void oneThatCannotBeReachedIsSavedAllTheSame() {
        trouble = Optional.of("Nobody answers.");
        clickOn("billing-eu");
        clickOn(byId("home.edit"));
        fill("name", "billing-europe");
        clickOn("#save");
        interact(() -> lookup("#untested").<CheckBox>query().setSelected(true));
        clickOn("#save");

        assertThat(profiles.byId("p")).map(ConnectionProfile::name).contains("billing-europe");
        assertThat(opened).isEmpty();
    }

    @Test
    void whatIsTypedGoesToTheKeyRingWhereAPersonWantsThat() {
        clickOn("billing-eu");
        push(KeyCode.F2);
        interact(() -> lookup("#digest").<PasswordField>query().setText("ops:d1"));
        interact(() -> lookup("#secret").<PasswordField>query().setText("pw"));
        clickOn("#save");
        await().until(() -> new Secrets(Optional.of("ops:d1"), Optional.of("pw")).equals(keyRing.kept.get("p")));

        push(KeyCode.F2);
        interact(() -> lookup("#keepSecrets").<CheckBox>query().setSelected(false));
        clickOn("#save");
        await().until(() -> Secrets.NONE.equals(keyRing.kept.get("p")));
    }

    @Test
    void copyAndRemove() {
        clickOn("billing-eu");
        clickOn(byId("home.copy"));
        clickOn("#save");
        assertThat(names()).containsExactly("Embedded cluster", "billing-eu", "billing-eu (2)");
        clickOn("billing-eu");
        push(KeyCode.DELETE);
        picture("connection-remove");
        clickOn("#cancel");
        assertThat(names()).hasSize(3);
        push(KeyCode.DELETE);
        clickOn("#confirm");
        assertThat(names()).containsExactly("Embedded cluster", "billing-eu (2)");
    }

    @Test
    void exportHasNoSecretsAndComesBackByImport() throws IOException {
        keyRing.kept.put("p", new Secrets(Optional.of("ops:s3cret"), Optional.of("pa55")));
        clickOn(byId("home.export"));
        Path file = directory.resolve("connections.json");
        await().until(() -> Files.exists(file));
        await().until(() -> lookup(".notice").tryQuery().isPresent());
        assertThat(Files.readString(file)).contains("billing-eu").doesNotContain("s3cret", "pa55");

        interact(() -> profiles.remove("p"));
        clickOn(byId("home.import"));
        await().until(() -> names().contains("billing-eu"));
        assertThat(profiles.byId("p").orElseThrow().keepSecrets()).isFalse();
        picture("connections-imported");
    }

    @Test
    void aFileThatIsNoneIsSaidToBeNone() throws IOException {
        Files.writeString(directory.resolve("connections.json"), "nothing of the kind");
        clickOn(byId("home.import"));
        await().until(() -> lookup(".notice.failure").tryQuery().isPresent());
        assertThat(names()).hasSize(2);
    }

    private List<String> names() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> lookup("#connections").<ListView<ConnectionProfile>>query()
                .getItems().stream().map(ConnectionProfile::name).toList());
    }

    private void fill(String id, String text) {
        interact(() -> lookup("#" + id).<TextField>query().setText(text));
    }

    private FormField field(String name) {
        return lookup((Node node) -> node instanceof FormField field && field.getField().equals(name)).query();
    }

    private Node byId(String id) {
        return lookup((Node node) -> id.equals(node.getId())).query();
    }

    private void picture(String name) {
        ScreenPicture.save(this, name);
    }
}
