package io.jobdeck.scheduler.access;

import java.text.Normalizer;
import java.util.Objects;

/** Somebody who may call. Its text form shows no secret. */
public final class Account {

    private static final int LONGEST_NAME = 100;

    private final String name;
    private final Role role;
    private final Secret secret;

    /** @throws IllegalArgumentException if the name cannot be one; the message says why */
    Account(String name, Role role, Secret secret) {
        this.name = checked(name);
        this.role = Objects.requireNonNull(role, "role");
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    static String checked(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !name.equals(name.strip()) || name.startsWith("#")
                || name.matches(".*[:\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}].*")) {
            throw new IllegalArgumentException(("The name of an account is 1 to %d characters without a colon, not beginning"
                    + " with # or a blank").formatted(LONGEST_NAME));
        }
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns what it may do. */
    public Role role() {
        return role;
    }

    Secret secret() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account that && name.equals(that.name) && role == that.role && secret.equals(that.secret);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "%s (%s, %s)".formatted(name, role.text(), secret);
    }
}
