package io.jobdeck.scheduler.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords found right a short while ago, so that a console does not cost a slow check at each of its calls. Kept in
 * memory under a keyed hash whose key ends with the process. Safe on any thread.
 */
final class VerifiedPasswords {

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final LongSupplier nanoTime;
    private final SecretKeySpec key;
    private final Map<String, Verified> byHash = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    };

    VerifiedPasswords(LongSupplier nanoTime, SecureRandom random) {
        this.nanoTime = nanoTime;
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Tells whether the password was found right for the account as it is now. */
    synchronized boolean contains(Account account, String password) {
        String hash = hash(account, password);
        Verified verified = byHash.get(hash);
        if (verified != null && nanoTime.getAsLong() - verified.since() > KEPT.toNanos()) {
            byHash.remove(hash);
            return false;
        }
        return verified != null && verified.account().equals(account);
    }

    synchronized void add(Account account, String password) {
        String hash = hash(account, password);
        byHash.remove(hash);
        byHash.put(hash, new Verified(account, nanoTime.getAsLong()));
    }

    private String hash(Account account, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((account.name() + ":" + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    private record Verified(Account account, long since) { }
}
