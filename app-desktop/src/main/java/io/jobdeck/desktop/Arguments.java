package io.jobdeck.desktop;

import io.jobdeck.desktop.connection.RemoteCluster;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the console was told when it was started. Settings carry the 2.1.5 names (spec section 1.5); values follow their
 * name after {@code =} or as the next argument.
 *
 * @param remote the cluster to connect to; empty for the embedded one
 * @param dataDirectory directory of the embedded cluster and the log; empty for the usual one
 * @param screenshot file to save what the window shows to
 * @param exitAfterScreenshot whether to end then
 * @param help whether only the arguments are to be explained
 */
record Arguments(
        Optional<RemoteCluster> remote,
        Optional<Path> dataDirectory,
        Optional<Path> screenshot,
        boolean exitAfterScreenshot,
        boolean help) {

    static final String USAGE = """
            Jobdeck console
              --data-dir=DIR              where the embedded cluster and the log are kept
              --zk_servers=HOST:PORT,...  connect to this cluster instead of starting the embedded one
              --zk_namespace=NAME         its namespace; elastic-job-cloud unless said otherwise
              --zk_digest=USER:PASSWORD   its ZooKeeper digest, if it asks for one; better given as the environment
                                          variable zk_digest, which others on this machine cannot see
              --screenshot=FILE           save what the window shows, as PNG, once the first tables are filled
              --exit-after-screenshot     and end then
              --help                      show this""";

    private static final String SERVERS = "zk_servers";
    private static final String NAMESPACE = "zk_namespace";
    private static final String DIGEST = "zk_digest";
    private static final String USUAL_NAMESPACE = "elastic-job-cloud";
    private static final String DATA_DIRECTORY = "data-dir";
    private static final String SCREENSHOT = "screenshot";
    private static final String EXIT = "exit-after-screenshot";
    private static final List<String> WITH_VALUE = List.of(SERVERS, NAMESPACE, DIGEST, DATA_DIRECTORY, SCREENSHOT);

    /**
     * Reads the arguments.
     *
     * @param environment environment variables, which may hold the digest
     * @throws IllegalArgumentException if one is not known, lacks its value, or has a bad one; one line for people
     */
    static Arguments parse(List<String> arguments, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        boolean exit = false;
        boolean help = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.poll();
            String name = name(argument);
            if (name.equals(EXIT)) {
                exit = true;
            } else if (name.equals("help")) {
                help = true;
            } else if (WITH_VALUE.contains(name)) {
                values.put(name, value(argument, name, rest));
            } else {
                throw new IllegalArgumentException("%s is no argument of the console; --help lists them.".formatted(argument));
            }
        }
        if (exit && !values.containsKey(SCREENSHOT)) {
            throw new IllegalArgumentException("--exit-after-screenshot needs --screenshot=FILE.");
        }
        return new Arguments(remote(values, environment), path(values, DATA_DIRECTORY), path(values, SCREENSHOT), exit, help);
    }

    private static String name(String argument) {
        if (!argument.startsWith("--")) {
            return "";
        }
        int equals = argument.indexOf('=');
        return equals < 0 ? argument.substring(2) : argument.substring(2, equals);
    }

    private static String value(String argument, String name, Deque<String> rest) {
        int equals = argument.indexOf('=');
        String value = equals >= 0 ? argument.substring(equals + 1) : rest.poll();
        if (value == null || value.isBlank() || equals < 0 && value.startsWith("--")) {
            throw new IllegalArgumentException("--%s needs a value: --%s=VALUE.".formatted(name, name));
        }
        return value;
    }

    private static Optional<RemoteCluster> remote(Map<String, String> values, Map<String, String> environment) {
        if (!values.containsKey(SERVERS)) {
            if (values.containsKey(NAMESPACE) || values.containsKey(DIGEST)) {
                throw new IllegalArgumentException("--zk_namespace and --zk_digest need --zk_servers=HOST:PORT.");
            }
            return Optional.empty();
        }
        return Optional.of(new RemoteCluster(values.get(SERVERS), values.getOrDefault(NAMESPACE, USUAL_NAMESPACE),
                Optional.ofNullable(values.getOrDefault(DIGEST, environment.get(DIGEST)))
                        .filter(digest -> !digest.isBlank())));
    }

    private static Optional<Path> path(Map<String, String> values, String name) {
        try {
            return Optional.ofNullable(values.get(name)).map(Path::of).map(Path::toAbsolutePath);
        } catch (InvalidPathException malformed) {
            throw new IllegalArgumentException("--%s: %s is no path.".formatted(name, values.get(name)), malformed);
        }
    }
}
