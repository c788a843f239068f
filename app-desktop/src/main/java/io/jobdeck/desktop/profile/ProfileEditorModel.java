package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

/**
 * The form of a connection. Saving it tries the connection first, if it leads elsewhere and its secrets are known; what
 * could not be reached can be saved all the same.
 */
public final class ProfileEditorModel extends FormModel {

    /** Field names, beside those of {@link RemoteFields}. */
    public static final String NAME = "name";
    public static final String COLOUR = "colour";
    public static final String KIND = "kind";
    public static final String DATA_DIRECTORY = "dataDirectory";
    public static final String USES_DIGEST = "usesDigest";
    public static final String SIGN_IN = "signIn";
    public static final String KEEP_SECRETS = "keepSecrets";
    public static final String PRODUCTION = "production";
    public static final String READ_ONLY = "readOnly";
    public static final String UNTESTED = "untested";

    private static final String NAME_EXAMPLE = "billing-eu";
    private static final String DIRECTORY_EXAMPLE = "/home/alice/jobdeck";

    private final String id;
    private final boolean fresh;
    private final BiPredicate<String, String> taken;
    private final ProfileTester tester;
    private final Sink sink;
    private final Texts texts;
    private final StringProperty name;
    private final ObjectProperty<ProfileColour> colour;
    private final ObjectProperty<Kind> kind;
    private final StringProperty dataDirectory;
    private final StringProperty connectString;
    private final StringProperty namespace;
    private final BooleanProperty usesDigest;
    private final StringProperty digest;
    private final ObjectProperty<SignInKind> signIn;
    private final StringProperty account;
    private final StringProperty secret;
    private final StringProperty authority;
    private final BooleanProperty keepSecrets;
    private final BooleanProperty production;
    private final BooleanProperty readOnly;
    private final BooleanProperty untested;
    private boolean failedTest;

    /** What kind of cluster it is. */
    public enum Kind { EMBEDDED, REMOTE }

    /** As whom the schedulers are called. */
    public enum SignInKind { NOBODY, ACCOUNT, TOKEN }

    /** Takes what was saved. */
    @FunctionalInterface
    public interface Sink {

        /** Takes the connection, with the secrets as far as they were typed. */
        void save(ConnectionProfile profile, Secrets typed);
    }

    /**
     * @param fresh whether it is a new one
     * @param taken whether a name is that of another connection than that of the id
     */
    public ProfileEditorModel(ConnectionProfile profile, boolean fresh, BiPredicate<String, String> taken,
            ProfileTester tester, Sink sink, Texts texts) {
        this.id = profile.id();
        this.fresh = fresh;
        this.taken = taken;
        this.tester = tester;
        this.sink = sink;
        this.texts = texts;
        Optional<ClusterTarget.Remote> remote = profile.target() instanceof ClusterTarget.Remote target
                ? Optional.of(target) : Optional.empty();
        name = text(NAME, profile.name());
        colour = choice(COLOUR, profile.colour());
        kind = choice(KIND, remote.isPresent() ? Kind.REMOTE : Kind.EMBEDDED);
        dataDirectory = text(DATA_DIRECTORY, profile.target() instanceof ClusterTarget.Embedded embedded
                ? embedded.dataDirectory().map(Path::toString).orElse("") : "");
        connectString = text(RemoteFields.CONNECT_STRING, remote.map(ClusterTarget.Remote::connectString).orElse(""));
        namespace = text(RemoteFields.NAMESPACE,
                remote.map(ClusterTarget.Remote::namespace).orElse(RemoteFields.NAMESPACE_EXAMPLE));
        usesDigest = flag(USES_DIGEST, remote.map(ClusterTarget.Remote::digest).orElse(false));
        digest = text(RemoteFields.DIGEST, "");
        SignIn how = remote.map(ClusterTarget.Remote::signIn).orElseGet(SignIn.Nobody::new);
        signIn = choice(SIGN_IN, kindOf(how));
        account = text(RemoteFields.ACCOUNT, how instanceof SignIn.Account known ? known.name() : "");
        secret = text(RemoteFields.SECRET, "");
        authority = text(RemoteFields.AUTHORITY,
                remote.flatMap(ClusterTarget.Remote::authority).map(Path::toString).orElse(""));
        keepSecrets = flag(KEEP_SECRETS, profile.keepSecrets());
        production = flag(PRODUCTION, profile.production());
        readOnly = flag(READ_ONLY, profile.readOnly());
        untested = flag(UNTESTED, false);
        production.addListener((property, before, now) -> protectAtFirst(now));
    }

    /** A person who says that a cluster is production gets it read-only, until they say otherwise. */
    private void protectAtFirst(boolean nowProduction) {
        if (fresh && nowProduction) {
            readOnly.set(true);
        }
    }

    private static SignInKind kindOf(SignIn how) {
        if (how instanceof SignIn.Account) {
            return SignInKind.ACCOUNT;
        }
        return how instanceof SignIn.Token ? SignInKind.TOKEN : SignInKind.NOBODY;
    }

    /** Returns whether it is a new connection. */
    public boolean isFresh() {
        return fresh;
    }

    @Override
    protected List<FieldProblem> check() {
        List<FieldProblem> found = new ArrayList<>();
        String wanted = name.get().strip();
        if (wanted.isEmpty()) {
            found.add(problem(NAME, "form.profile.problem.name-missing", NAME_EXAMPLE));
        } else if (taken.test(wanted, id)) {
            found.add(problem(NAME, "form.profile.problem.name-taken", NAME_EXAMPLE));
        }
        if (kind.get() == Kind.EMBEDDED) {
            if (!dataDirectory.get().isBlank() && !RemoteFields.isFullPath(dataDirectory.get().strip())) {
                found.add(problem(DATA_DIRECTORY, "form.profile.problem.directory", DIRECTORY_EXAMPLE));
            }
        } else {
            checkRemote(found);
        }
        return found;
    }

    private void checkRemote(List<FieldProblem> found) {
        String servers = connectString.get().strip();
        if (servers.isEmpty()) {
            found.add(problem(RemoteFields.CONNECT_STRING, "form.connect.problem.servers-missing",
                    RemoteFields.CONNECT_STRING_EXAMPLE));
        } else if (!RemoteFields.isServerList(servers)) {
            found.add(problem(RemoteFields.CONNECT_STRING, "form.connect.problem.servers",
                    RemoteFields.CONNECT_STRING_EXAMPLE));
        }
        String registry = namespace.get().strip();
        if (registry.isEmpty()) {
            found.add(problem(RemoteFields.NAMESPACE, "form.connect.problem.namespace-missing",
                    RemoteFields.NAMESPACE_EXAMPLE));
        } else if (!RemoteFields.isNamespace(registry)) {
            found.add(problem(RemoteFields.NAMESPACE, "form.connect.problem.namespace", RemoteFields.NAMESPACE_EXAMPLE));
        }
        if (usesDigest.get() && !digest.get().isEmpty() && !RemoteFields.isDigest(digest.get())) {
            found.add(problem(RemoteFields.DIGEST, "form.connect.problem.digest", RemoteFields.DIGEST_EXAMPLE));
        }
        if (signIn.get() == SignInKind.ACCOUNT && account.get().isBlank()) {
            found.add(problem(RemoteFields.ACCOUNT, "form.profile.problem.account", RemoteFields.ACCOUNT_EXAMPLE));
        }
        if (!authority.get().isBlank() && !RemoteFields.isFullPath(authority.get().strip())) {
            found.add(problem(RemoteFields.AUTHORITY, "form.connect.problem.authority", RemoteFields.AUTHORITY_EXAMPLE));
        }
    }

    private FieldProblem problem(String field, String key, String example) {
        return new FieldProblem(field, texts.get(key), example);
    }

    @Override
    public boolean shows(String field) {
        boolean remote = kind.get() == Kind.REMOTE;
        return switch (field) {
            case NAME, COLOUR, KIND, PRODUCTION, READ_ONLY -> true;
            case DATA_DIRECTORY -> !remote;
            case RemoteFields.CONNECT_STRING, RemoteFields.NAMESPACE, RemoteFields.AUTHORITY, USES_DIGEST, SIGN_IN -> remote;
            case RemoteFields.DIGEST -> remote && usesDigest.get();
            case RemoteFields.ACCOUNT -> remote && signIn.get() == SignInKind.ACCOUNT;
            case RemoteFields.SECRET -> remote && signIn.get() != SignInKind.NOBODY;
            case KEEP_SECRETS -> remote && (usesDigest.get() || signIn.get() != SignInKind.NOBODY);
            case UNTESTED -> remote && failedTest;
            default -> false;
        };
    }

    @Override
    protected void send() {
        ConnectionProfile profile = profile();
        Secrets typed = typed();
        if (profile.target() instanceof ClusterTarget.Remote remote && !untested.get()) {
            tester.test(profile, remote, typed, () -> save(profile, typed), this::refused);
        } else {
            save(profile, typed);
        }
    }

    private void save(ConnectionProfile profile, Secrets typed) {
        succeed();
        sink.save(profile, typed);
    }

    private void refused(Refusal refusal) {
        failedTest = true;
        fail(refusal);
    }

    private ConnectionProfile profile() {
        return new ConnectionProfile(id, name.get().strip(), colour.get(), target(), production.get(), readOnly.get(),
                shows(KEEP_SECRETS) && keepSecrets.get());
    }

    private ClusterTarget target() {
        return kind.get() == Kind.EMBEDDED
                ? new ClusterTarget.Embedded(path(dataDirectory.get()))
                : new ClusterTarget.Remote(connectString.get().strip(), namespace.get().strip(), usesDigest.get(),
                        howToSignIn(), path(authority.get()));
    }

    private SignIn howToSignIn() {
        return switch (signIn.get()) {
            case NOBODY -> new SignIn.Nobody();
            case ACCOUNT -> new SignIn.Account(account.get().strip());
            case TOKEN -> new SignIn.Token();
        };
    }

    private static Optional<Path> path(String text) {
        return Optional.of(text.strip()).filter(given -> !given.isEmpty()).map(Path::of);
    }

    private Secrets typed() {
        return new Secrets(given(RemoteFields.DIGEST, digest.get()), given(RemoteFields.SECRET, secret.get()));
    }

    private Optional<String> given(String field, String text) {
        return shows(field) && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<ProfileColour> colourProperty() {
        return colour;
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public StringProperty dataDirectoryProperty() {
        return dataDirectory;
    }

    public StringProperty connectStringProperty() {
        return connectString;
    }

    public StringProperty namespaceProperty() {
        return namespace;
    }

    public BooleanProperty usesDigestProperty() {
        return usesDigest;
    }

    public StringProperty digestProperty() {
        return digest;
    }

    public ObjectProperty<SignInKind> signInProperty() {
        return signIn;
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

    public BooleanProperty keepSecretsProperty() {
        return keepSecrets;
    }

    public BooleanProperty productionProperty() {
        return production;
    }

    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /** Whether a person wants it saved although it could not be reached. */
    public BooleanProperty untestedProperty() {
        return untested;
    }
}
