package io.jobdeck.scheduler.mesos.master;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text {@code host:port}, with brackets around an IPv6 address. */
final class HostAndPort {

    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");

    private HostAndPort() {
    }

    static MasterAddress parse(String text, Optional<Integer> usualPort) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new MalformedMasterLocationException("'%s' is not host:port".formatted(text));
        }
        int port = Optional.ofNullable(form.group(2)).map(Integer::valueOf).or(() -> usualPort)
                .orElseThrow(() -> new MalformedMasterLocationException("'%s' has no port".formatted(text)));
        try {
            return new MasterAddress(form.group(1).replaceAll("[\\[\\]]", ""), port);
        } catch (IllegalArgumentException e) {
            throw new MalformedMasterLocationException(e.getMessage());
        }
    }
}
