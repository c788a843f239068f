package io.jobdeck.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.connection.SignIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileJsonTest {

    static final ConnectionProfile EMBEDDED = ConnectionProfile.embedded("Embedded");
    static final ConnectionProfile ELSEWHERE = new ConnectionProfile("e2", "Demo", ProfileColour.TEAL,
            new ClusterTarget.Embedded(Optional.of(Path.of("/data/demo"))), false, false, false);
    static final ConnectionProfile PRODUCTION = new ConnectionProfile("p", "billing-eu", ProfileColour.VIOLET,
            new ClusterTarget.Remote("zk1:2181,zk2:2181", "elastic-job-cloud", true, new SignIn.Account("alice"),
                    Optional.of(Path.of("/etc/ca.pem"))), true, true, true);
    static final ConnectionProfile TEST = new ConnectionProfile("t", "测试", ProfileColour.AMBER,
            new ClusterTarget.Remote("zk3:2181", "estate", false, new SignIn.Token(), Optional.empty()), false, false, false);

    @Test
    void whatIsWrittenIsReadAgain() throws MalformedProfilesException {
        List<ConnectionProfile> all = List.of(EMBEDDED, ELSEWHERE, PRODUCTION, TEST);

        assertThat(ProfileJson.read(ProfileJson.write(all))).isEqualTo(all);
    }

    @Test
    void theTextIsForPeopleToo() {
        assertThat(ProfileJson.write(List.of(PRODUCTION))).contains("\n      \"name\": \"billing-eu\"",
                "\"connectString\": \"zk1:2181,zk2:2181\"", "\"account\": \"alice\"", "\"production\": true");
    }

    @Test
    void aSecretThatSomebodyWroteIntoItIsNotTaken() throws MalformedProfilesException {
        String text = ProfileJson.write(List.of(TEST)).replace("\"id\"", "\"token\": \"s3cret\", \"id\"");

        assertThat(ProfileJson.write(ProfileJson.read(text))).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{ | this is no JSON",
        "[] | no list \"connections\"",
        "{\"connections\":[1]} | connection 1 is no object",
        "{\"connections\":[{\"id\":\"a\"}]} | the member name of connection 1",
        "{\"connections\":[{\"id\":\"a\",\"name\":\"a\",\"kind\":\"x\"}]} | the member kind of connection 1 is not embedded or remote",
        "{\"connections\":[{\"id\":\"a\",\"name\":\"a\",\"kind\":\"embedded\",\"production\":1}]} | production of connection 1 is not true or false",
        "{\"connections\":[{\"id\":\"a\",\"name\":\"a\",\"kind\":\"remote\",\"namespace\":\"n\"}]} | the member connectString of connection 1",
    })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> ProfileJson.read(text)).isInstanceOf(MalformedProfilesException.class)
                .hasMessageContaining(message);
    }

    @Test
    void twoOfOneIdAreRefused() {
        assertThatThrownBy(() -> ProfileJson.read(ProfileJson.write(List.of(TEST, TEST))))
                .hasMessageContaining("two connections have the id t");
    }
}
