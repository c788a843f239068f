package io.jobdeck.scheduler.settings;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the value of a setting must be.
 *
 * @param isRight tells whether a value is
 * @param demand what is demanded, beginning with a verb
 * @param example a value that is right
 */
record SettingRule(Predicate<String> isRight, String demand, String example) {

    private static final String SERVER = "(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?";
    private static final String SERVERS = SERVER + "(," + SERVER + ")*";

    static final SettingRule ANY = new SettingRule(value -> true, "may be any text", "text");
    static final SettingRule WORD = matching("\\S*", "must hold no blanks", "jobs");
    static final SettingRule FLAG = matching("true|false", "must be true or false", "true");
    static final SettingRule PLACEMENT = matching("spread|pack", "must be spread or pack", "spread");
    static final SettingRule HOST = matching("[A-Za-z0-9._-]+|[0-9a-fA-F:.]+", "must be a host name or an address",
            "scheduler1.example.com");
    static final SettingRule CONNECT_STRING = matching(SERVERS, "must be HOST:PORT, several with commas between",
            "zk1:2181,zk2:2181,zk3:2181");
    static final SettingRule NAMESPACE = matching("[^/\\s\\p{Cntrl}]+(/[^/\\s\\p{Cntrl}]+)*",
            "must be a ZooKeeper path without a slash at its beginning or end", "elastic-job-cloud");
    static final SettingRule DIGEST = matching("|[^:]+:.+", "must be of the form USER:PASSWORD", "jobs:secret");
    static final SettingRule MESOS_URL = matching("zk://(.+@)?" + SERVERS + "/\\S+|(https?://)?" + SERVERS + "/?",
            "must be zk://HOST:PORT,.../PATH or the HOST:PORT of a master", "zk://zk1:2181,zk2:2181/mesos");

    static SettingRule number(int from, int to, int example) {
        return new SettingRule(value -> isBetween(value, from, to),
                to == Integer.MAX_VALUE ? "must be a whole number of at least " + from
                        : "must be a whole number from %d to %d".formatted(from, to),
                Integer.toString(example));
    }

    private static SettingRule matching(String expression, String demand, String example) {
        return new SettingRule(Pattern.compile(expression).asMatchPredicate(), demand, example);
    }

    /** Returns the same rule, satisfied by an empty value too. */
    SettingRule orEmpty() {
        return new SettingRule(isRight.or(String::isEmpty), demand, example);
    }

    private static boolean isBetween(String value, int from, int to) {
        try {
            int number = Integer.parseInt(value);
            return number >= from && number <= to;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
