package io.jobdeck.desktop.connection;

import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    public static final String CONNECT_STRING_EXAMPLE = "zk1:2181,zk2:2181,zk3:2181";
    public static final String NAMESPACE_EXAMPLE = "elastic-job-cloud";
    public static final String DIGEST_EXAMPLE = "user:password";

    private static final Pattern SERVER = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:/,\\[\\]]+):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern PATH = Pattern.compile("(/[^/\\p{Cntrl}\\s]+)*");

    private final Texts texts;
    private final Connector connector;
    private final BiConsumer<RemoteCluster, Connection> onConnected;
    private final StringProperty connectString;
    private final StringProperty namespace;
    private final StringProperty digest;

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
    }

    private RemoteCluster cluster() {
        String secret = digest.get();
        return new RemoteCluster(connectString.get().strip(), namespace.get().strip(),
                secret.isEmpty() ? Optional.empty() : Optional.of(secret));
    }

    @Override
    protected List<FieldProblem> check() {
        List<FieldProblem> found = new ArrayList<>();
        RemoteCluster cluster = cluster();
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
        return field.equals(CONNECT_STRING) || field.equals(NAMESPACE) || field.equals(DIGEST);
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
}
