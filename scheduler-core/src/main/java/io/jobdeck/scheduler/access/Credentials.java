package io.jobdeck.scheduler.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** By what a client shows whose calls it makes. Its text form shows no secret. */
public sealed interface Credentials {

    /** Returns the value of the {@code Authorization} header; secret. */
    String header();

    /**
     * An account with its password.
     *
     * @param account name
     * @param password secret
     */
    record Password(String account, String password) implements Credentials {
        public Password {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String header() {
            byte[] both = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }

        @Override
        public String toString() {
            return "account " + account;
        }
    }

    /**
     * A token.
     *
     * @param token secret
     */
    record Token(String token) implements Credentials {
        public Token {
            Objects.requireNonNull(token, "token");
        }

        @Override
        public String header() {
            return "Bearer " + token;
        }

        @Override
        public String toString() {
            return "a token";
        }
    }
}
