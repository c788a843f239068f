package io.jobdeck.scheduler.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whose credentials a call carries: a password by HTTP Basic or a token as bearer. Wrong ones are logged without
 * themselves and slow their origin down. Safe on any thread; the first call with a password takes about a tenth of a
 * second, those soon after it do not.
 */
public final class Authenticator {

    private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);

    /** Longer ones would make the check of a wrong password dear. */
    private static final int LONGEST_HEADER = 4096;
    /** So many processors at most are kept busy by strangers. */
    private static final int CHECKS_AT_ONCE = 2;
    private static final Duration WAIT_FOR_CHECK = Duration.ofSeconds(5);

    private final Supplier<Accounts> accounts;
    private final VerifiedPasswords verified;
    private final FailureLimit failures;
    private final PasswordHash nobodys;
    private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE, true);

    /** @param nobodys checked where there is no account of a name; as slow as those of the accounts */
    Authenticator(Supplier<Accounts> accounts, PasswordHash nobodys, SecureRandom random, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.verified = new VerifiedPasswords(nanoTime, random);
        this.failures = new FailureLimit(nanoTime);
        this.nobodys = nobodys;
    }

    /**
     * Returns one for the accounts in a file. What changes there counts from the next call on.
     *
     * @throws AccountException if the file cannot be read or a line is wrong; the message names it
     */
    public static Authenticator of(Path file) {
        SecureRandom random = new SecureRandom();
        PasswordHash nobodys = PasswordHash.of(TokenHash.newToken(random).toCharArray(), random);
        return new Authenticator(new LiveAccounts(new AccountFile(file)), nobodys, random, System::nanoTime);
    }

    /**
     * Checks a call.
     *
     * @param header its {@code Authorization} header
     * @param origin address it comes from
     */
    public Verdict check(Optional<String> header, String origin) {
        if (header.isEmpty()) {
            return new Verdict.Missing();
        }
        Optional<Authorization> given = header.filter(text -> text.length() <= LONGEST_HEADER).flatMap(Authorization::parse);
        if (given.isEmpty()) {
            return refused("credentials that are neither Basic nor Bearer", origin);
        }
        return given.get() instanceof Authorization.Basic basic ? password(basic, origin)
                : token((Authorization.Bearer) given.get(), origin);
    }

    /** Returns whether there still is such an account, with the same role and secret. */
    public boolean knows(Account account) {
        return accounts.get().named(account.name()).filter(account::equals).isPresent();
    }

    private Verdict token(Authorization.Bearer given, String origin) {
        Optional<Account> account = accounts.get().withToken(given.token());
        if (account.isPresent()) {
            return new Verdict.Accepted(account.get());
        }
        Duration pause = failures.pause(origin);
        return isOver(pause) ? refused("a token that is nobody's", origin) : new Verdict.Delayed(pause);
    }

    private Verdict password(Authorization.Basic given, String origin) {
        String name = Normalizer.normalize(given.name(), Normalizer.Form.NFC);
        Optional<Account> account = accounts.get().named(name).filter(found -> found.secret() instanceof PasswordHash);
        if (account.filter(found -> verified.contains(found, given.password())).isPresent()) {
            return new Verdict.Accepted(account.get());
        }
        Duration pause = failures.pause(origin);
        return isOver(pause) ? slowly(account, given.password(), origin) : new Verdict.Delayed(pause);
    }

    private static boolean isOver(Duration pause) {
        return pause.isNegative() || pause.isZero();
    }

    private Verdict slowly(Optional<Account> account, String password, String origin) {
        if (!beginCheck()) {
            return new Verdict.Delayed(WAIT_FOR_CHECK);
        }
        try {
            // An unknown name takes as long as a known one, or the time would tell which names there are.
            PasswordHash hash = account.map(found -> (PasswordHash) found.secret()).orElse(nobodys);
            boolean known = account.filter(found -> verified.contains(found, password)).isPresent();
            if (!known && !hash.matches(password.toCharArray()) || account.isEmpty()) {
                return refused(account.map(found -> "a wrong password for account '" + found.name() + "'")
                        .orElse("a name without an account"), origin);
            }
        } finally {
            checks.release();
        }
        verified.add(account.get(), password);
        failures.succeeded(origin);
        return new Verdict.Accepted(account.get());
    }

    private boolean beginCheck() {
        try {
            return checks.tryAcquire(WAIT_FOR_CHECK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What an unknown account is called is not logged, as people type a password there by mistake. */
    private Verdict refused(String what, String origin) {
        failures.failed(origin);
        LOG.warn("a call from {} with {} was refused", origin, what);
        return new Verdict.Refused();
    }
}
