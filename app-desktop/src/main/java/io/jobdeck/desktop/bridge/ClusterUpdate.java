package io.jobdeck.desktop.bridge;

import io.jobdeck.desktop.fold.ClusterDelta;
import java.time.Instant;

/**
 * What the interface is told at a tick.
 *
 * @param delta what changed since the last update
 * @param link how current it is
 * @param heard changes of the tree heard so far, before they were coalesced
 * @param now time of the tick
 */
public record ClusterUpdate(ClusterDelta delta, Link link, long heard, Instant now) {
}
