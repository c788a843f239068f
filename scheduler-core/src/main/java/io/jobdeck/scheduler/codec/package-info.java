/** The text forms of everything kept in the registry and sent over REST: JSON as Elastic-Job-Cloud 2.1.5 has it. */
package io.jobdeck.scheduler.codec;
