package io.jobdeck.scheduler.rest.http;

/** Headers by which client and server of this package understand each other. */
public final class Headers {

    /** Name of the person at the client, URL-encoded UTF-8. Nothing vouches for it; with authentication it is not read. */
    public static final String CALLER = "X-Jobdeck-Caller";
    /** RFC 7240: with {@code handling=strict} deregistering what does not exist is an error, which 2.1.5 has not. */
    public static final String PREFER = "Prefer";
    public static final String STRICT = "handling=strict";

    private Headers() {
    }
}
