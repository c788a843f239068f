/** What can be set from outside: names as in Elastic-Job-Cloud 2.1.5, from the command line, the environment or a file. */
package io.jobdeck.scheduler.settings;
