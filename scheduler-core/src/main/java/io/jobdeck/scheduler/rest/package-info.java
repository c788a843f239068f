/** The operations over HTTP: the server with the calls of Elastic-Job-Cloud 2.1.5, and the client of it. */
package io.jobdeck.scheduler.rest;
