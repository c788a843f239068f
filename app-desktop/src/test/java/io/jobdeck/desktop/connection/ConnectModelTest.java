package io.jobdeck.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.access.Credentials;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectModelTest {

    private final List<RemoteCluster> asked = new ArrayList<>();
    private final List<RemoteCluster> connected = new ArrayList<>();
    private Consumer<Connection> onConnected;
    private Consumer<Refusal> onRefused;
    private final ConnectModel form = new ConnectModel(Optional.empty(), (cluster, yes, no) -> {
        asked.add(cluster);
        onConnected = yes;
        onRefused = no;
    }, (cluster, connection) -> connected.add(cluster), new Texts(Language.ENGLISH));

    @ParameterizedTest
    @ValueSource(strings = {"zk1:2181", "zk1:2181,zk2:2182", "10.0.0.1:2181", "[::1]:2181", "zk1:2181,zk2:2181/estate", " zk1:2181 , zk2:2181 "})
    void serversAreHostAndPort(String servers) {
        form.connectStringProperty().set(servers);

        form.save();

        assertThat(asked).hasSize(1);
        assertThat(form.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zk1", "zk1:", "zk1:0", "zk1:99999", "zk://zk1:2181", "zk1:2181,", "zk1:2181/", "/path", "a b:1"})
    void anythingElseIsSaidAtTheFieldWithAnExample(String servers) {
        form.connectStringProperty().set(servers);

        form.save();

        assertThat(asked).isEmpty();
        assertThat(form.problems()).containsOnlyKeys(ConnectModel.CONNECT_STRING);
        assertThat(form.problems().get(ConnectModel.CONNECT_STRING).example()).isEqualTo("zk1:2181,zk2:2181,zk3:2181");
    }

    @Test
    void namespaceAndDigestAreCheckedToo() {
        form.connectStringProperty().set("zk1:2181");
        form.namespaceProperty().set("/a/b");
        form.digestProperty().set("no colon");

        form.save();

        assertThat(form.problems()).containsOnlyKeys(ConnectModel.NAMESPACE, ConnectModel.DIGEST);
    }

    @Test
    void aSecretIsAPasswordWithAnAccountAndATokenWithoutOne() {
        form.connectStringProperty().set("zk1:2181");
        form.accountProperty().set("ann");
        form.save();
        assertThat(form.problems()).containsOnlyKeys(ConnectModel.SECRET);

        form.secretProperty().set("se-cret");
        form.authorityProperty().set("/etc/ca.pem");
        form.save();
        assertThat(asked.get(0).credentials()).contains(new Credentials.Password("ann", "se-cret"));
        assertThat(asked.get(0).authority()).contains(Path.of("/etc/ca.pem"));
        assertThat(asked.get(0).toString()).doesNotContain("se-cret");
    }

    @Test
    void aTokenNeedsNoAccountAndAnAuthorityIsAFileByItsFullPath() {
        form.connectStringProperty().set("zk1:2181");
        form.secretProperty().set(" token ");
        form.authorityProperty().set("ca.pem");
        form.save();
        assertThat(form.problems()).containsOnlyKeys(ConnectModel.AUTHORITY);

        form.authorityProperty().set("");
        form.save();
        assertThat(asked.get(0).credentials()).contains(new Credentials.Token("token"));
    }

    @Test
    void aClusterOutOfReachIsSaidAtTheFieldAndCanBeTriedAgain() {
        form.connectStringProperty().set("zk1:2181");
        form.save();

        onRefused.accept(new Refusal("", List.of(new FieldProblem(ConnectModel.CONNECT_STRING, "Nobody answered.", "zk:2181"))));

        assertThat(form.problems().get(ConnectModel.CONNECT_STRING).message()).isEqualTo("Nobody answered.");
        form.save();
        assertThat(asked).hasSize(2);
    }

    @Test
    void theConnectionIsHandedOver() {
        form.connectStringProperty().set("zk1:2181");
        form.digestProperty().set("ann:secret");
        form.save();

        onConnected.accept(null);

        assertThat(connected).singleElement()
                .satisfies(cluster -> assertThat(cluster.digest()).contains("ann:secret"));
        assertThat(connected.get(0).toString()).doesNotContain("secret");
        assertThat(form.savedProperty().get()).isTrue();
    }
}
