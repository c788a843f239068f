package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The leading scheduler, as it describes itself in the epoch node.
 *
 * @param address address of its REST server: {@code host:port}, or {@code https://host:port} where it speaks TLS
 * @param since when it took the lead
 * @param zone zone in which it fires crons
 * @param version version of its software
 */
public record LeaderInfo(String address, Instant since, ZoneId zone, String version) {

    public LeaderInfo {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(version, "version");
    }
}
