package io.jobdeck.desktop.connection;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields by which a remote cluster is told, under the names by which a {@link Connector} says where a fault lies, with
 * what is right in each.
 */
public final class RemoteFields {

    public static final String CONNECT_STRING = "connectString";
    public static final String NAMESPACE = "namespace";
    public static final String DIGEST = "digest";
    public static final String ACCOUNT = "account";
    public static final String SECRET = "secret";
    public static final String AUTHORITY = "authority";

    public static final String CONNECT_STRING_EXAMPLE = "zk1:2181,zk2:2181,zk3:2181";
    public static final String NAMESPACE_EXAMPLE = "elastic-job-cloud";
    public static final String DIGEST_EXAMPLE = "user:password";
    public static final String ACCOUNT_EXAMPLE = "alice";
    public static final String SECRET_EXAMPLE = "password";
    public static final String AUTHORITY_EXAMPLE = "/etc/ssl/jobdeck-ca.pem";

    private static final Pattern SERVER = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:/,\\[\\]]+):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern PATH = Pattern.compile("(/[^/\\p{Cntrl}\\s]+)*");

    private RemoteFields() {
    }

    /** Returns whether the text names servers, {@code host:port} separated by commas, perhaps with a path behind them. */
    public static boolean isServerList(String text) {
        int path = text.indexOf('/');
        String servers = path < 0 ? text : text.substring(0, path);
        if (path >= 0 && !PATH.matcher(text.substring(path)).matches()) {
            return false;
        }
        for (String server : servers.split(",", -1)) {
            Matcher parts = SERVER.matcher(server.strip());
            if (!parts.matches() || !isPort(Integer.parseInt(parts.group(2)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= HIGHEST_PORT;
    }

    /** Returns whether the text can be the namespace of a registry. */
    public static boolean isNamespace(String text) {
        return PATH.matcher("/" + text).matches();
    }

    /** Returns whether the text is user and password with a colon between. */
    public static boolean isDigest(String text) {
        return text.indexOf(':') >= 1;
    }

    /** Returns whether the text is a full path. */
    public static boolean isFullPath(String text) {
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
