/** The operations over HTTP: the server that offers them, and the client of it. */
package io.jobdeck.scheduler.rest;
