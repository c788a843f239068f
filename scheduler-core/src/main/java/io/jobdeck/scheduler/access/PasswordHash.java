package io.jobdeck.scheduler.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password by PBKDF2 (RFC 8018) with HMAC-SHA-512, so slow on purpose that stolen hashes are hard to guess from. */
final class PasswordHash implements Secret {

    static final String SCHEME = "pbkdf2-sha512";

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    /** What OWASP recommends for this function. */
    private static final int USUAL_ITERATIONS = 210_000;
    private static final int FEWEST_ITERATIONS = 10_000;
    /** One check must not keep a processor busy for minutes. */
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(char[] password, SecureRandom random) {
        return of(password, random, USUAL_ITERATIONS);
    }

    static PasswordHash of(char[] password, SecureRandom random, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations, HASH_BYTES));
    }

    static PasswordHash parse(String stored) {
        String[] parts = stored.split("\\$", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("must be %s$ITERATIONS$SALT$HASH".formatted(SCHEME));
        }
        byte[] salt = bytes(parts[2]);
        byte[] hash = bytes(parts[3]);
        if (salt.length < SALT_BYTES || hash.length < HASH_BYTES) {
            throw new IllegalArgumentException("must have a salt of at least %d bytes and a hash of at least %d"
                    .formatted(SALT_BYTES, HASH_BYTES));
        }
        return new PasswordHash(iterations(parts[1]), salt, hash);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must have its salt and its hash in Base64", e);
        }
    }

    private static int iterations(String text) {
        String demand = "must have %d to %d iterations".formatted(FEWEST_ITERATIONS, MOST_ITERATIONS);
        try {
            int number = Integer.parseInt(text);
            if (number >= FEWEST_ITERATIONS && number <= MOST_ITERATIONS) {
                return number;
            }
            throw new IllegalArgumentException(demand);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(demand, e);
        }
    }

    /** Takes about a tenth of a second, whatever the password. */
    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations, hash.length));
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations, int bytes) {
        // The same letters may be typed as different sequences of characters; RFC 7617 names this form.
        char[] normal = Normalizer.normalize(new String(password), Normalizer.Form.NFC).toCharArray();
        PBEKeySpec key = new PBEKeySpec(normal, salt, iterations, bytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        } finally {
            key.clearPassword();
            Arrays.fill(normal, '\0');
        }
    }

    @Override
    public String stored() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "%s$%d$%s$%s".formatted(SCHEME, iterations, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash that && iterations == that.iterations && Arrays.equals(salt, that.salt)
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    @Override
    public String toString() {
        return "password";
    }
}
