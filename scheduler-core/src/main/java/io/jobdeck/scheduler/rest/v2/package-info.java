/** The calls below {@code /api/v2}: resources, their routes with what each says of itself, and the OpenAPI document. */
package io.jobdeck.scheduler.rest.v2;
