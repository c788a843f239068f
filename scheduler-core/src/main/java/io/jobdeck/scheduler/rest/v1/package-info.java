/** The calls of Elastic-Job-Cloud 2.1.5, below {@code /api} (spec section 11). */
package io.jobdeck.scheduler.rest.v1;
