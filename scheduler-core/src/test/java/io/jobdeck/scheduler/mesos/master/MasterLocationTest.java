package io.jobdeck.scheduler.mesos.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jobdeck.scheduler.mesos.master.MasterLocation.NamedMasters;
import io.jobdeck.scheduler.mesos.master.MasterLocation.ZooKeeperElection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterLocationTest {

    @Test
    void readsOneMasterOrAList() {
        assertThat(MasterLocation.parse(" m1.example:5050 "))
                .isEqualTo(new NamedMasters(List.of(new MasterAddress("m1.example", 5050))));
        assertThat(MasterLocation.parse("10.0.0.1:5050, [::1]:5051"))
                .isEqualTo(new NamedMasters(List.of(new MasterAddress("10.0.0.1", 5050), new MasterAddress("::1", 5051))));
    }

    @Test
    void readsAnElectionInZooKeeper() {
        assertThat(MasterLocation.parse("zk://localhost:2181/mesos"))
                .isEqualTo(new ZooKeeperElection("localhost:2181", "/mesos", Optional.empty()));
        assertThat(MasterLocation.parse("zk://user:p@ss/word@h1,h2:2182,[::1]:2183/a/b"))
                .isEqualTo(new ZooKeeperElection("h1:2181,h2:2182,[::1]:2183", "/a/b", Optional.of("user:p@ss/word")));
    }

    @Test
    void keepsThePasswordOutOfItsText() {
        assertThat(MasterLocation.parse("zk://user:secret@h1/mesos")).hasToString("zk://***@h1:2181/mesos");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                        | no Mesos master is named",
        "m1                        | 'm1' has no port",
        "m1:5050,                  | '' is not host:port",
        "m1:0                      | port 0 of master m1 is not within 1 to 65535",
        "m1:65536                  | port 65536 of master m1 is not within 1 to 65535",
        "m1:port                   | 'm1:port' is not host:port",
        "m 1:5050                  | 'm 1:5050' is not host:port",
        "http://m1:5050            | neither a scheme, a path nor credentials",
        "user:secret@m1:5050       | neither a scheme, a path nor credentials",
        "zk://h1                   | 'h1' names no node of ZooKeeper",
        "zk://h1/                  | 'h1/' names no node of ZooKeeper",
        "zk://h1/mesos/            | 'h1/mesos/' names no node of ZooKeeper",
        "zk:///mesos               | '' is not host:port",
        "zk://secret@h1/mesos      | the part before @ is not user:password",
        "zk://u:secret@h1:x/mesos  | 'h1:x' is not host:port"})
    void refusesAnythingElseSayingWhatIsWrongAndWhatIsRight(String text, String message) {
        assertThatExceptionOfType(MalformedMasterLocationException.class)
                .isThrownBy(() -> MasterLocation.parse(text))
                .withMessageContaining(message)
                .withMessageContaining("expected host:port, host:port,host:port or zk://")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void namedMastersAreTriedInTurn() {
        List<List<MasterAddress>> heard = new ArrayList<>();
        try (MasterDetector detector = MasterLocation.parse("m1:1,m2:2").detector()) {
            detector.start(heard::add);
        }
        assertThat(heard).containsExactly(List.of(new MasterAddress("m1", 1), new MasterAddress("m2", 2)));
    }

    @Test
    void writesAnIpv6AddressAsAUrlWantsIt() {
        assertThat(new MasterAddress("::1", 5050)).hasToString("[::1]:5050");
    }

    @Test
    void readsTheAddressOfAMasterInfoAndNotItsOldNumericIp() {
        String text = "{\"address\":{\"hostname\":\"localhost\",\"ip\":\"127.0.0.1\",\"port\":5071},\"hostname\":\"x\","
                + "\"id\":\"m\",\"ip\":16777343,\"pid\":\"master@127.0.0.1:5071\",\"port\":5071,\"version\":\"1.11.1\"}";

        assertThat(addressIn(text)).contains(new MasterAddress("127.0.0.1", 5071));
        assertThat(addressIn(text.replace("\"ip\":\"127.0.0.1\",", ""))).contains(new MasterAddress("localhost", 5071));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "nonsense", "{\"id\":\"m\",\"ip\":1,\"port\":5050}"})
    void findsNoAddressInWhatIsNoMasterInfo(String text) {
        assertThat(addressIn(text)).isEmpty();
    }

    private static Optional<MasterAddress> addressIn(String text) {
        return new MasterInfoText().address(text.getBytes(StandardCharsets.UTF_8));
    }
}
