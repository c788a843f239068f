package io.jobdeck.scheduler.rest.http;

/** Headers by which client and server of this package understand each other. */
public final class Headers {

    /** Name of the person at the client, URL-encoded UTF-8. Nothing vouches for it; with authentication it is not read. */
    public static final String CALLER = "X-Jobdeck-Caller";
    /** RFC 7240: with {@code handling=strict} deregistering what does not exist is an error, which 2.1.5 has not. */
    public static final String PREFER = "Prefer";
    public static final String STRICT = "handling=strict";

    public static final String RETRY_AFTER = "Retry-After";
    public static final String IF_MATCH = "If-Match";
    public static final String ETAG = "ETag";
    /** RFC 7240: with {@code handling=lenient} members of a config that this version does not know are stored as they are. */
    public static final String LENIENT = "handling=lenient";

    /** Where the bytes of an answer begin in their file. */
    public static final String FILE_OFFSET = "File-Offset";
    /** How long the file is, in bytes. */
    public static final String FILE_SIZE = "File-Size";
    /** Whether the bytes are something else than text. */
    public static final String FILE_BINARY = "File-Binary";

    private Headers() {
    }
}
