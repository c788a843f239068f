/** The changes of the registry as a stream of server-sent events, for clients that want to be told instead of asking. */
package io.jobdeck.scheduler.rest.events;
