/** What the embedded master and its agents ask of each other. */
package io.jobdeck.scheduler.embedded.cluster;
