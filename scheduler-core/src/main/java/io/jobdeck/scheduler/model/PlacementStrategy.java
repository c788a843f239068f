package io.jobdeck.scheduler.model;

/** How the items of a run are laid out over the agents. */
public enum PlacementStrategy {
    /** Each item goes to the agent with the most cpus free. */
    SPREAD,
    /** Each item goes to the agent with the fewest cpus free that still holds it, so that others stay empty. */
    PACK
}
