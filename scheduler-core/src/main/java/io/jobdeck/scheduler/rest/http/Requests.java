package io.jobdeck.scheduler.rest.http;

import com.google.gson.JsonElement;
import io.javalin.http.Context;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/** What a request says: who asks, and what its body holds. */
public final class Requests {

    private static final String JSON = "application/json";
    private static final int LONGEST_CALLER = 100;

    private Requests() {
    }

    /** Returns who asks: the account, or without authentication what the client claims to be, or {@code anonymous}. */
    public static Caller caller(Context context) {
        return AccessControl.account(context).map(account -> new Caller(account.name(), context.ip()))
                .orElseGet(() -> claimedCaller(context));
    }

    private static Caller claimedCaller(Context context) {
        String name = Optional.ofNullable(context.header(Headers.CALLER)).map(Requests::decoded).orElse("");
        String shortened = name.length() <= LONGEST_CALLER ? name : name.substring(0, LONGEST_CALLER);
        return new Caller(shortened.isBlank() ? "anonymous" : shortened, context.ip());
    }

    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return header;
        }
    }

    /** Returns whether the client wants to hear what 2.1.5 would not tell. */
    public static boolean isStrict(Context context) {
        return Optional.ofNullable(context.header(Headers.PREFER)).filter(prefer -> prefer.contains(Headers.STRICT)).isPresent();
    }

    /** Returns the body, which must be JSON in UTF-8 by its content type. */
    public static String jsonBody(Context context) {
        String contentType = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!contentType.split(";", 2)[0].strip().equals(JSON)) {
            throw new HttpProblemException(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, ("The content type must be application/json"
                    + ", is %s. With curl: -H 'Content-Type: application/json'")
                    .formatted(contentType.isEmpty() ? "not given" : contentType));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(context.bodyAsBytes())).toString();
        } catch (CharacterCodingException e) {
            throw invalid("is not UTF-8.", "text in UTF-8");
        }
    }

    /** Returns the name in the body, which may be raw or a JSON text. */
    public static String nameBody(Context context) {
        String body = jsonBody(context).strip();
        if (body.isEmpty()) {
            throw invalid("must be the name of a job, is empty.", "daily-report");
        }
        return body.startsWith("\"") ? unquoted(body) : body;
    }

    private static String unquoted(String body) {
        try {
            JsonElement name = JsonText.element(body);
            return name.getAsString();
        } catch (MalformedTextException e) {
            throw invalid("must be the name of a job, raw or as a JSON text.", "\"daily-report\"");
        }
    }

    private static OperationException invalid(String message, String example) {
        return OperationException.invalid(List.of(new FieldProblem("body", message, example)));
    }
}
