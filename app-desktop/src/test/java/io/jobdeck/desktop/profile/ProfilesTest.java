package io.jobdeck.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.connection.ConnectionProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private final List<List<ConnectionProfile>> kept = new ArrayList<>();
    private final Profiles profiles = new Profiles(List.of(ProfileJsonTest.EMBEDDED, ProfileJsonTest.PRODUCTION), kept::add);

    @Test
    void everyChangeIsKept() {
        profiles.put(ProfileJsonTest.TEST);
        profiles.put(ProfileJsonTest.PRODUCTION.keepingSecrets(false));
        profiles.remove("embedded");

        assertThat(kept).hasSize(3);
        assertThat(kept.get(2)).containsExactly(ProfileJsonTest.PRODUCTION.keepingSecrets(false), ProfileJsonTest.TEST);
        assertThat(profiles.all()).isEqualTo(kept.get(2));
    }

    @Test
    void aCopyHasAnIdAndANameOfItsOwnAndNoSecrets() {
        ConnectionProfile copy = profiles.copyOf(ProfileJsonTest.PRODUCTION);

        assertThat(copy.id()).isNotEqualTo(ProfileJsonTest.PRODUCTION.id());
        assertThat(copy.name()).isEqualTo("billing-eu (2)");
        assertThat(copy.target()).isEqualTo(ProfileJsonTest.PRODUCTION.target());
        assertThat(copy.isProduction()).isTrue();
        assertThat(copy.keepSecrets()).isFalse();
        assertThat(profiles.all()).hasSize(2);
    }

    @Test
    void importLeavesWhatIsHereAndNamesWhatClashesAnew() {
        ConnectionProfile clash = new ConnectionProfile("p", "billing-eu", ProfileJsonTest.PRODUCTION.colour(),
                ProfileJsonTest.TEST.target(), false, false, true);

        assertThat(profiles.addAll(List.of(ProfileJsonTest.PRODUCTION, clash, ProfileJsonTest.TEST))).isEqualTo(2);

        assertThat(profiles.all()).extracting(ConnectionProfile::name)
                .containsExactly("Embedded", "billing-eu", "billing-eu (2)", "测试");
        assertThat(profiles.all().get(2).id()).isNotEqualTo("p");
        assertThat(profiles.all().get(2).keepSecrets()).isFalse();
        assertThat(profiles.all().get(3)).isEqualTo(ProfileJsonTest.TEST);
    }
}
