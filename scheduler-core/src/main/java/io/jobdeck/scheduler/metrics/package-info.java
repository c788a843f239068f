/** What is measured of a scheduler, and its form for Prometheus. */
package io.jobdeck.scheduler.metrics;
