/** What can be done to apps and jobs, the rules for what is sent, and typed reading of the registry. */
package io.jobdeck.scheduler.operations;
