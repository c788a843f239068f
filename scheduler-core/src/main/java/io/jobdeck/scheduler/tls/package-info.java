/** Keys and certificates from files: what a server shows, and whom a client trusts. */
package io.jobdeck.scheduler.tls;
