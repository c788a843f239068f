package io.jobdeck.scheduler.mesos.endpoints;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where an agent listens.
 *
 * @param authority {@code host:port}, as it stands in a URL
 */
public record AgentAddress(String authority) {

    /** Reads it from the pid that a master tells of an agent, such as {@code slave(1)@10.0.0.7:5051}. */
    static Optional<AgentAddress> ofPid(String pid) {
        int at = pid.indexOf('@');
        String authority = pid.substring(at + 1);
        return at < 0 || !authority.matches("(\\[[0-9a-fA-F:.%]+]|[A-Za-z0-9._-]+):\\d{1,5}")
                ? Optional.empty() : Optional.of(new AgentAddress(authority));
    }

    URI uri(String path) {
        return URI.create("http://" + authority + path);
    }

    URI uri(String path, String file, String more) {
        return uri(path + "?path=" + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20") + more);
    }

    @Override
    public String toString() {
        return authority;
    }
}
