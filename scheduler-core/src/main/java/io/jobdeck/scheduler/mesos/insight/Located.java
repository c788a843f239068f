package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.insight.SandboxListing.Sandbox;
import io.jobdeck.scheduler.mesos.endpoints.AgentAddress;

/**
 * Where a task's sandbox is.
 *
 * @param agent the agent that shows its files
 * @param sandbox its directory there, and whose it is
 */
record Located(AgentAddress agent, Sandbox sandbox) { }
