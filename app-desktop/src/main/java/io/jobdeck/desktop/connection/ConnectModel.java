package io.jobdeck.desktop.connection;

import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.access.Credentials;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.StringProperty;

/** The form of a connection to a remote cluster. Saving it connects; it is done when that has succeeded. */
public final class ConnectModel extends FormModel {

    /** Field names, by which a {@link Connector} says where the fault lies. */
    public static final String CONNECT_STRING = "connectString";
    public static final String NAMESPACE = "namespace";
    public static final String DIGEST = "digest";
    public static final String ACCOUNT = "account";
    public static final String SECRET = "secret";
    public static final String AUTHORITY = "authority";

    public static final String CONNECT_STRING_EXAMPLE = "zk1:2181,zk2:2181,zk3:2181";
    public static final String NAMESPACE_EXAMPLE = "elastic-job-cloud";
    public static final String DIGEST_EXAMPLE = "user:password";
    public static final String SECRET_EXAMPLE = "password";
    public static final String AUTHORITY_EXAMPLE = "/etc/ssl/jobdeck-ca.pem";

    private static final Set<String> FIELDS = Set.of(CONNECT_STRING, NAMESPACE, DIGEST, ACCOUNT, SECRET, AUTHORITY);
    private static final Pattern SERVER = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:/,\\[\\]]+):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern PATH = Pattern.compile("(/[^/\\p{Cntrl}\\s]+)*");

    private final Texts texts;
    private final Connector connector;
    private final BiConsumer<RemoteCluster, Connection> onConnected;
    private final StringProperty connectString;
    private final StringProperty namespace;
    private final StringProperty digest;
    private final StringProperty account;
    private final StringProperty secret;
    private final StringProperty authority;

    /**
     * @param last cluster that was connected last, to begin with
     * @param onConnected takes the connection over
     */
    public ConnectModel(Optional<RemoteCluster> last, Connector connector,
            BiConsumer<RemoteCluster, Connection> onConnected, Texts texts) {
        this.texts = texts;
        this.connector = connector;
        this.onConnected = onConnected;
        connectString = text(CONNECT_STRING, last.map(RemoteCluster::connectString).orElse(""));
        namespace = text(NAMESPACE, last.map(RemoteCluster::namespace).orElse(NAMESPACE_EXAMPLE));
        digest = text(DIGEST, "");
        account = text(ACCOUNT, "");
        secret = text(SECRET, "");
        authority = text(AUTHORITY, last.flatMap(RemoteCluster::authority).map(Path::toString).orElse(""));
    }

    private RemoteCluster cluster() {
        return new RemoteCluster(connectString.get().strip(), namespace.get().strip(), given(digest.get()), credentials(),
                given(authority.get().strip()).map(Path::of));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A secret without an account is a token. */
    private Optional<Credentials> credentials() {
        String name = account.get().strip();
        return given(secret.get()).map(given -> name.isEmpty()
                ? new Credentials.Token(given.strip()) : new Credentials.Password(name, given));
    }

    @Override
    protected List<FieldProblem> check() {
        List<FieldProblem> found = new ArrayList<>();
        if (!isPath(authority.get().strip())) {
            found.add(new FieldProblem(AUTHORITY, texts.get("form.connect.problem.authority"), AUTHORITY_EXAMPLE));
            return found;
        }
        RemoteCluster cluster = cluster();
        if (!account.get().isBlank() && secret.get().isEmpty()) {
            found.add(new FieldProblem(SECRET, texts.get("form.connect.problem.secret"), SECRET_EXAMPLE));
        }
        if (cluster.connectString().isEmpty()) {
            found.add(connectStringProblem("form.connect.problem.servers-missing"));
        } else if (!isServerList(cluster.connectString())) {
            found.add(connectStringProblem("form.connect.problem.servers"));
        }
        if (cluster.namespace().isEmpty()) {
            found.add(new FieldProblem(NAMESPACE, texts.get("form.connect.problem.namespace-missing"), NAMESPACE_EXAMPLE));
        } else if (!PATH.matcher("/" + cluster.namespace()).matches()) {
            found.add(new FieldProblem(NAMESPACE, texts.get("form.connect.problem.namespace"), NAMESPACE_EXAMPLE));
        }
        if (cluster.digest().filter(secret -> secret.indexOf(':') < 1).isPresent()) {
            found.add(new FieldProblem(DIGEST, texts.get("form.connect.problem.digest"), DIGEST_EXAMPLE));
        }
        return found;
    }

    private FieldProblem connectStringProblem(String key) {
        return new FieldProblem(CONNECT_STRING, texts.get(key), CONNECT_STRING_EXAMPLE);
    }

    private static boolean isPath(String text) {
        try {
            return text.isEmpty() || Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isServerList(String text) {
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

    @Override
    public boolean shows(String field) {
        return FIELDS.contains(field);
    }

    @Override
    protected void send() {
        RemoteCluster cluster = cluster();
        connector.connect(cluster, connection -> connected(cluster, connection), this::fail);
    }

    private void connected(RemoteCluster cluster, Connection connection) {
        succeed();
        onConnected.accept(cluster, connection);
    }

    public StringProperty connectStringProperty() {
        return connectString;
    }

    public StringProperty namespaceProperty() {
        return namespace;
    }

    public StringProperty digestProperty() {
        return digest;
    }

    public StringProperty accountProperty() {
        return account;
    }

    public StringProperty secretProperty() {
        return secret;
    }

    public StringProperty authorityProperty() {
        return authority;
    }
}
