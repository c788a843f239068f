/** What every route needs: who calls, what the body says, and how answers and errors are written. */
package io.jobdeck.scheduler.rest.http;
