package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules for an app. Pure: the server and the console's dialogs ask the same ones. Safe on any thread. */
public final class AppValidator {

    private static final Set<String> SCHEMES_WITH_HOST = Set.of("http", "https", "ftp", "ftps");

    /** Returns everything that is wrong with the app, in the order of its fields; nothing if it may be stored. */
    public List<FieldProblem> validate(AppConfig app) {
        Problems problems = new Problems();
        CommonRules.checkName(problems, "appName", app.appName());
        urlProblem(app.appUrl()).ifPresent(problem -> problems.add("appURL", problem));
        checkBootstrapScript(problems, app);
        CommonRules.checkResources(problems, app.cpuCount(), app.memoryMb());
        if (app.eventTraceSamplingCount() < 0) {
            problems.add("eventTraceSamplingCount", "must be 0 or more, is %d.".formatted(app.eventTraceSamplingCount()));
        }
        if (problems.found().isEmpty()) {
            CommonRules.checkSize(problems, Codecs.APP.write(app));
        }
        return problems.found();
    }

    private static void checkBootstrapScript(Problems problems, AppConfig app) {
        if (app.bootstrapScript().isBlank() && app.executor() == ExecutorKind.JOBDECK) {
            problems.add("bootstrapScript", "must not be empty: it starts the app's executor.");
        } else if (app.bootstrapScript().indexOf('\0') >= 0) {
            problems.add("bootstrapScript", "must not hold the character U+0000.");
        }
    }

    private static Optional<String> urlProblem(String url) {
        if (url.isEmpty()) {
            return Optional.of("must not be empty; it is where agents fetch the app, a URL or an absolute path.");
        }
        try {
            URI uri = new URI(url);
            if (uri.getScheme() == null) {
                return url.startsWith("/") && url.length() > 1 ? Optional.empty() : Optional.of(neither(url));
            }
            boolean lacksHost = SCHEMES_WITH_HOST.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() == null;
            return lacksHost ? Optional.of("%s names no host.".formatted(Problems.quote(url))) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(neither(url));
        }
    }

    private static String neither(String url) {
        return "%s is neither a URL nor an absolute path.".formatted(Problems.quote(url));
    }
}
