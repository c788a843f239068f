package io.jobdeck.scheduler.embedded.master;

/**
 * An offer that a framework holds.
 *
 * @param id its id
 * @param framework who holds it
 * @param agent whose resources they are
 * @param role the role that they are allocated to
 * @param resources what is offered
 */
record HeldOffer(String id, Framework framework, Agent agent, String role, ResourceSet resources) { }
