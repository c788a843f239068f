package io.jobdeck.scheduler.mesos;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What the framework authenticates with at the master (HTTP basic authentication). The secret is in no text of this.
 *
 * @param principal must equal the principal in FrameworkInfo, if that has one; no colon
 * @param secret the secret the master knows for it
 */
public record Credentials(String principal, String secret) {

    public Credentials {
        if (principal.isEmpty() || principal.contains(":")) {
            throw new IllegalArgumentException("a principal is not empty and has no colon");
        }
    }

    /** Returns the value of the header Authorization. */
    public String authorization() {
        byte[] pair = (principal + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "Credentials[principal=" + principal + "]";
    }
}
