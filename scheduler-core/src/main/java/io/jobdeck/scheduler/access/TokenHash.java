package io.jobdeck.scheduler.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A token by its SHA-256. A token is 256 random bits, so that nobody can guess one and no slow function is needed.
 *
 * @param digest in hexadecimal digits, lower case
 */
record TokenHash(String digest) implements Secret {

    static final String SCHEME = "sha256";

    /** Lets people and programs that look for lost secrets recognise one. */
    private static final String PREFIX = "jobdeck-";
    private static final int TOKEN_BYTES = 32;
    private static final int DIGITS = 64;

    TokenHash {
        if (!digest.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new IllegalArgumentException("must be %s$ and %d hexadecimal digits in lower case".formatted(SCHEME, DIGITS));
        }
    }

    /** Returns a new token, which is stored nowhere. */
    static String newToken(SecureRandom random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static TokenHash of(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    static TokenHash parse(String stored) {
        return new TokenHash(stored.substring(SCHEME.length() + 1));
    }

    @Override
    public String stored() {
        return SCHEME + "$" + digest;
    }

    @Override
    public String toString() {
        return "token";
    }
}
