package io.jobdeck.scheduler.access;

/** What is stored of a secret, by which it can be recognised and from which it cannot be told. */
sealed interface Secret permits PasswordHash, TokenHash {

    /** Returns its text in the file of accounts. */
    String stored();

    /**
     * Reads the text in the file of accounts.
     *
     * @throws IllegalArgumentException if it is of no form known here; the message goes on after "its hash"
     */
    static Secret parse(String stored) {
        if (stored.startsWith(PasswordHash.SCHEME + "$")) {
            return PasswordHash.parse(stored);
        }
        if (stored.startsWith(TokenHash.SCHEME + "$")) {
            return TokenHash.parse(stored);
        }
        throw new IllegalArgumentException("must begin with %s$ for a password or %s$ for a token"
                .formatted(PasswordHash.SCHEME, TokenHash.SCHEME));
    }
}
