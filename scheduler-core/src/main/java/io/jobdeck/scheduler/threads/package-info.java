/** The names of threads, by which a thread dump tells who does what. */
package io.jobdeck.scheduler.threads;
