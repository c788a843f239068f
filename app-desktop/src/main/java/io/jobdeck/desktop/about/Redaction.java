package io.jobdeck.desktop.about;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of texts: those that are known, and what stands where secrets usually stand. */
public final class Redaction {

    private static final String GONE = "•••";
    private static final int SHORTEST = 3;
    private static final List<Pattern> USUAL_PLACES = List.of(
            Pattern.compile("(?i)\\b((?:bearer|basic|digest)\\s+)[A-Za-z0-9+/=._~:-]+"),
            Pattern.compile("(?i)([\\w.-]*(?:password|passwd|secret|token|digest|credential|authorization)[\\w.-]*"
                    + "[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"',;}]+"),
            Pattern.compile("()\\bjobdeck-[A-Za-z0-9_-]{16,}"),
            Pattern.compile("(://[^/\\s:@]+:)[^/\\s@]+(?=@)"));

    private final List<String> known;

    /** @param known secrets that must not be seen; too short ones would take everything else with them */
    public Redaction(Collection<String> known) {
        this.known = known.stream().filter(secret -> secret.length() >= SHORTEST).distinct()
                .sorted((one, other) -> other.length() - one.length()).toList();
    }

    /** Returns the text without secrets. */
    public String apply(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, GONE);
        }
        for (Pattern place : USUAL_PLACES) {
            clean = place.matcher(clean).replaceAll("$1" + GONE);
        }
        return clean;
    }
}
