/** What can be seen of the machines behind the jobs: agents with their resources, and the files that tasks leave there. */
package io.jobdeck.scheduler.insight;
