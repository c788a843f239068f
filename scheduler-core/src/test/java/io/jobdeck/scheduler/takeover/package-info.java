/** Trees as Elastic-Job-Cloud 2.1.5 writes them, taken over in place, and the rules by which it would read them again. */
package io.jobdeck.scheduler.takeover;
