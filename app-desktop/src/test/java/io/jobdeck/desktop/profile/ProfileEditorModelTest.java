package io.jobdeck.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileEditorModelTest {

    private final List<ConnectionProfile> tested = new ArrayList<>();
    private final List<Secrets> testedWith = new ArrayList<>();
    private final List<ConnectionProfile> saved = new ArrayList<>();
    private final List<Secrets> typed = new ArrayList<>();
    private Runnable onReached;
    private Consumer<Refusal> onRefused;

    private ProfileEditorModel form(ConnectionProfile profile, boolean fresh) {
        return new ProfileEditorModel(profile, fresh, (name, id) -> name.equals("taken"),
                (tried, target, secrets, reached, refused) -> {
                    tested.add(tried);
                    testedWith.add(secrets);
                    onReached = reached;
                    onRefused = refused;
                }, (profileSaved, secrets) -> {
                    saved.add(profileSaved);
                    typed.add(secrets);
                }, new Texts(Language.ENGLISH));
    }

    private ProfileEditorModel remote() {
        return form(ProfileJsonTest.TEST, true);
    }

    @Test
    void aRemoteConnectionIsTestedAndThenSaved() {
        ProfileEditorModel form = remote();
        form.save();
        assertThat(tested).containsExactly(ProfileJsonTest.TEST);
        assertThat(saved).isEmpty();

        onReached.run();

        assertThat(saved).containsExactly(ProfileJsonTest.TEST);
        assertThat(form.savedProperty().get()).isTrue();
    }

    @Test
    void oneThatCannotBeReachedIsSaidAtItsFieldAndCanBeSavedAllTheSame() {
        ProfileEditorModel form = remote();
        assertThat(form.shows(ProfileEditorModel.UNTESTED)).isFalse();
        form.save();

        onRefused.accept(new Refusal("", List.of(new FieldProblem(RemoteFields.CONNECT_STRING, "Nobody answered.", "zk"))));

        assertThat(form.problems().get(RemoteFields.CONNECT_STRING).message()).isEqualTo("Nobody answered.");
        assertThat(saved).isEmpty();
        assertThat(form.shows(ProfileEditorModel.UNTESTED)).isTrue();
        form.save();
        assertThat(tested).as("tried again").hasSize(2);
        onRefused.accept(new Refusal("no", List.of()));
        form.untestedProperty().set(true);
        form.save();
        assertThat(tested).hasSize(2);
        assertThat(saved).containsExactly(ProfileJsonTest.TEST);
    }

    @Test
    void anEmbeddedClusterIsNotStartedForATest() {
        ProfileEditorModel form = form(ProfileJsonTest.EMBEDDED, false);
        form.dataDirectoryProperty().set("relative");
        form.save();
        assertThat(form.problems()).containsOnlyKeys(ProfileEditorModel.DATA_DIRECTORY);

        form.dataDirectoryProperty().set("/data/demo");
        form.save();

        assertThat(tested).isEmpty();
        assertThat(saved.get(0).target()).isEqualTo(new ClusterTarget.Embedded(Optional.of(Path.of("/data/demo"))));
    }

    @Test
    void newProductionIsReadOnlyUntilAPersonSaysOtherwise() {
        ProfileEditorModel form = remote();
        form.productionProperty().set(true);
        assertThat(form.readOnlyProperty().get()).isTrue();
        form.readOnlyProperty().set(false);
        form.save();
        onReached.run();
        assertThat(saved.get(0).isProduction()).isTrue();
        assertThat(saved.get(0).isReadOnly()).isFalse();
    }

    @Test
    void anOldConnectionKeepsItsReadOnlyWhenItBecomesProduction() {
        ProfileEditorModel form = form(ProfileJsonTest.TEST, false);
        form.productionProperty().set(true);
        assertThat(form.readOnlyProperty().get()).isFalse();
    }

    @Test
    void secretsAreHandedOverBesideTheConnectionAndNeverInIt() {
        ProfileEditorModel form = remote();
        form.usesDigestProperty().set(true);
        form.digestProperty().set("ops:d1gest");
        form.secretProperty().set("t0ken");
        form.save();
        onReached.run();

        assertThat(testedWith).containsExactly(new Secrets(Optional.of("ops:d1gest"), Optional.of("t0ken")));
        assertThat(typed).isEqualTo(testedWith);
        assertThat(saved.toString() + typed).doesNotContain("d1gest", "t0ken");
        assertThat(ProfileJson.write(saved)).doesNotContain("d1gest", "t0ken");
    }

    @Test
    void whatIsNotShownIsNotHandedOver() {
        ProfileEditorModel form = remote();
        form.secretProperty().set("t0ken");
        form.signInProperty().set(ProfileEditorModel.SignInKind.NOBODY);
        form.keepSecretsProperty().set(true);
        form.save();
        onReached.run();

        assertThat(typed).containsExactly(Secrets.NONE);
        assertThat(saved.get(0).keepSecrets()).isFalse();
        assertThat(((ClusterTarget.Remote) saved.get(0).target()).signIn()).isEqualTo(new SignIn.Nobody());
    }

    @Test
    void nameNamespaceDigestAccountAndAuthorityAreChecked() {
        ProfileEditorModel form = remote();
        form.nameProperty().set("taken");
        form.namespaceProperty().set("/a/b");
        form.usesDigestProperty().set(true);
        form.digestProperty().set("no colon");
        form.signInProperty().set(ProfileEditorModel.SignInKind.ACCOUNT);
        form.authorityProperty().set("ca.pem");
        form.save();

        assertThat(form.problems()).containsOnlyKeys(ProfileEditorModel.NAME, RemoteFields.NAMESPACE, RemoteFields.DIGEST,
                RemoteFields.ACCOUNT, RemoteFields.AUTHORITY);
        assertThat(tested).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zk1:2181", "zk1:2181,zk2:2182", "10.0.0.1:2181", "[::1]:2181", "zk1:2181,zk2:2181/estate", " zk1:2181 , zk2:2181 "})
    void serversAreHostAndPort(String servers) {
        ProfileEditorModel form = remote();
        form.connectStringProperty().set(servers);
        form.save();
        assertThat(tested).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zk1", "zk1:", "zk1:0", "zk1:99999", "zk://zk1:2181", "zk1:2181,", "zk1:2181/", "/path", "a b:1"})
    void anythingElseIsSaidAtTheFieldWithAnExample(String servers) {
        ProfileEditorModel form = remote();
        form.connectStringProperty().set(servers);
        form.save();
        assertThat(tested).isEmpty();
        assertThat(form.problems()).containsOnlyKeys(RemoteFields.CONNECT_STRING);
        assertThat(form.problems().get(RemoteFields.CONNECT_STRING).example()).isEqualTo("zk1:2181,zk2:2181,zk3:2181");
    }
}
