package io.jobdeck.scheduler.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What an {@code Authorization} header holds. Its text form shows nothing of it. */
sealed interface Authorization {

    /** HTTP Basic (RFC 7617), in UTF-8. */
    record Basic(String name, String password) implements Authorization {
        @Override
        public String toString() {
            return "Basic";
        }
    }

    /** A bearer token (RFC 6750). */
    record Bearer(String token) implements Authorization {
        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /** Returns what the header says, empty if it is of no form known here. */
    static Optional<Authorization> parse(String header) {
        String[] parts = header.strip().split(" +", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        if (parts[0].equalsIgnoreCase("Bearer")) {
            return Optional.of(new Bearer(parts[1]));
        }
        return parts[0].equalsIgnoreCase("Basic") ? basic(parts[1]) : Optional.empty();
    }

    private static Optional<Authorization> basic(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? Optional.empty()
                    : Optional.of(new Basic(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
