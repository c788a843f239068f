package io.jobdeck.scheduler.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whose credentials a call carries, and what happens to those who guess. */
class AuthenticatorTest {

    private static final String PASSWORD = "right horse";
    private static final String TOKEN = "jobdeck-token";
    private static final String HERE = "10.0.0.1";
    private static final int FREE_FAILURES = 5;

    private final SecureRandom random = new SecureRandom();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.jobdeck.scheduler.access");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Account> accounts = new ArrayList<>();
    private long now;
    private final Authenticator authenticator = new Authenticator(() -> new Accounts(accounts),
            PasswordHash.of("nobody's".toCharArray(), random, 10_000), random, () -> now);

    @BeforeEach
    void openAccounts() {
        accounts.add(withPassword("alice", PASSWORD));
        accounts.add(new Account("ci", Role.VIEWER, TokenHash.of(TOKEN)));
        log.start();
        logger.setAdditive(false);
        logger.setLevel(Level.TRACE);
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    private Account withPassword(String name, String password) {
        return new Account(name, Role.ADMIN, PasswordHash.of(password.toCharArray(), random, 10_000));
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Verdict check(String header) {
        return authenticator.check(Optional.of(header), HERE);
    }

    private void fail(int times) {
        for (int count = 0; count < times; count++) {
            assertThat(check(basic("alice", "guess " + count))).isInstanceOf(Verdict.Refused.class);
        }
    }

    private static String name(Verdict verdict) {
        return ((Verdict.Accepted) verdict).account().name();
    }

    @Test
    void aPasswordOrATokenTellsTheAccount() {
        assertThat(name(check(basic("alice", PASSWORD)))).isEqualTo("alice");
        assertThat(name(check("bearer   " + TOKEN))).isEqualTo("ci");
        assertThat(authenticator.check(Optional.empty(), HERE)).isInstanceOf(Verdict.Missing.class);
    }

    @Test
    void aClientShowsItsCredentialsInTheFormThatIsReadHere() {
        assertThat(name(check(new Credentials.Password("alice", PASSWORD).header()))).isEqualTo("alice");
        assertThat(name(check(new Credentials.Token(TOKEN).header()))).isEqualTo("ci");
        assertThat(new Credentials.Password("alice", PASSWORD).toString()).doesNotContain(PASSWORD);
        assertThat(new Credentials.Token(TOKEN).toString()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic %%%", "Basic bm9jb2xvbg==", "Digest x", "Bearer nobody", "", "Bearer sha256$", "x y z"})
    void whatIsNobodysIsRefused(String header) {
        assertThat(check(header)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aTokenIsNoPasswordAndAStoredHashIsNoToken() {
        assertThat(check(basic("ci", TOKEN))).isInstanceOf(Verdict.Refused.class);
        assertThat(check("Bearer " + TokenHash.of(TOKEN).digest())).isInstanceOf(Verdict.Refused.class);
        assertThat(check("Bearer " + "x".repeat(100_000))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aPasswordFoundRightIsNotHashedAgainForAWhile() {
        check(basic("alice", PASSWORD));
        long begun = System.nanoTime();
        for (int count = 0; count < 1_000; count++) {
            check(basic("alice", PASSWORD));
        }
        // A thousand slow checks of 10 000 rounds take several seconds.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aChangedPasswordEndsTheOldOneAtOnce() {
        check(basic("alice", PASSWORD));
        accounts.set(0, withPassword("alice", "new horse"));
        assertThat(check(basic("alice", PASSWORD))).isInstanceOf(Verdict.Refused.class);
        accounts.remove(0);
        assertThat(check(basic("alice", "new horse"))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void afterSomeWrongOnesTheirOriginHasToWaitAndEachTimeLonger() {
        fail(FREE_FAILURES);

        assertThat(check(basic("alice", "guess"))).isEqualTo(new Verdict.Delayed(Duration.ofSeconds(1)));
        assertThat(check("Bearer guess")).isEqualTo(new Verdict.Delayed(Duration.ofSeconds(1)));
        assertThat(authenticator.check(Optional.of(basic("alice", PASSWORD)), "10.0.0.2")).isInstanceOf(Verdict.Accepted.class);
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 64}) {
            now += Duration.ofSeconds(seconds).toNanos();
            assertThat(check(basic("alice", "guess"))).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void theRightPasswordAfterTheWaitEndsTheSlowing() {
        fail(FREE_FAILURES);
        now += Duration.ofSeconds(1).toNanos();
        assertThat(check(basic("alice", PASSWORD))).isInstanceOf(Verdict.Accepted.class);
        fail(FREE_FAILURES - 1);
        assertThat(check(basic("alice", PASSWORD))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void whoeverGuessesDoesNotLockOutThoseWhoAreKnown() {
        check(basic("alice", PASSWORD));
        fail(FREE_FAILURES);
        assertThat(check(basic("alice", PASSWORD))).isInstanceOf(Verdict.Accepted.class);
        assertThat(check("Bearer " + TOKEN)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void whatIsLoggedOfAFailureHoldsNoSecret() {
        check(basic("alice", "se-cret-1"));
        check(basic("se-cret-2", "se-cret-3"));
        check("Bearer se-cret-4");
        check("se-cret-5 se-cret-6");
        check(basic("alice", PASSWORD));

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(
                "a call from 10.0.0.1 with a wrong password for account 'alice' was refused",
                "a call from 10.0.0.1 with a name without an account was refused",
                "a call from 10.0.0.1 with a token that is nobody's was refused",
                "a call from 10.0.0.1 with credentials that are neither Basic nor Bearer was refused");
    }
}
