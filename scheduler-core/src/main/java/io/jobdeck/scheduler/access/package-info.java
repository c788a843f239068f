/** Who may do what over the network: accounts and their file, the check of credentials, and the commands for the file. */
package io.jobdeck.scheduler.access;
