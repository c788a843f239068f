package io.jobdeck.scheduler.rest;

import io.javalin.http.Context;
import io.jobdeck.scheduler.rest.http.HttpProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Keeps web pages of others out: a browser says where a page came from in {@code Origin}, and a foreign name that was
 * made to point here stands in {@code Host}.
 */
final class RequestGuard {

    private final Set<String> ownNames;

    /** Takes the names, besides addresses and names without a dot, under which this server is reached. */
    RequestGuard(Set<String> ownNames) {
        this.ownNames = ownNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    void check(Context context) {
        String host = Optional.ofNullable(context.host()).orElse("").toLowerCase(Locale.ROOT);
        if (!isOwn(nameOf(host))) {
            throw new HttpProblemException(HttpStatus.MISDIRECTED_REQUEST_421,
                    "This scheduler is not called '%s'. Use its address, or set hostname to that name.".formatted(host));
        }
        String origin = context.header("Origin");
        if (origin != null && !authorityOf(origin).equals(host)) {
            throw new HttpProblemException(HttpStatus.FORBIDDEN_403, "Calls from web pages of other sites are refused.");
        }
    }

    private boolean isOwn(String name) {
        boolean address = name.startsWith("[") || name.matches("[0-9.]+");
        return address || name.indexOf('.') < 0 || ownNames.contains(name);
    }

    private static String nameOf(String host) {
        return host.startsWith("[") ? host : host.replaceFirst(":[0-9]*$", "");
    }

    private static String authorityOf(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getAuthority()).orElse("").toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
