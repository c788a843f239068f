package io.jobdeck.scheduler.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do; each role may do all that the one before it may. */
public enum Role {
    /** Sees everything and changes nothing. */
    VIEWER,
    /** Operates jobs: triggers, enables, disables, kills, and removes from queues. */
    OPERATOR,
    /** Registers, updates and deregisters, operates apps, and reconciles. */
    ADMIN;

    /** Returns whether this role may do what the other one may. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** Returns the role's name as people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> named(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
