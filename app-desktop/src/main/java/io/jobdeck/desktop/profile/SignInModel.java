package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;

/** The form in which a person gives the secrets of a connection, and says whether the key ring is to keep them. */
public final class SignInModel extends FormModel {

    /** Field name, beside those of the remote cluster. */
    public static final String KEEP = "keep";

    private final ConnectionProfile profile;
    private final ClusterTarget.Remote target;
    private final Optional<String> whyNoKeyRing;
    private final BiConsumer<Secrets, Boolean> onGiven;
    private final Texts texts;
    private final StringProperty digest;
    private final StringProperty secret;
    private final BooleanProperty keep;

    /**
     * @param known what is known already
     * @param whyNoKeyRing why they cannot be kept, if they cannot
     * @param onGiven takes the secrets, and whether to keep them
     */
    public SignInModel(ConnectionProfile profile, ClusterTarget.Remote target, Secrets known,
            Optional<String> whyNoKeyRing, BiConsumer<Secrets, Boolean> onGiven, Texts texts) {
        this.profile = profile;
        this.target = target;
        this.whyNoKeyRing = whyNoKeyRing;
        this.onGiven = onGiven;
        this.texts = texts;
        digest = text(RemoteFields.DIGEST, known.digest().orElse(""));
        secret = text(RemoteFields.SECRET, known.signIn().orElse(""));
        keep = flag(KEEP, profile.keepSecrets() && whyNoKeyRing.isEmpty());
    }

    @Override
    protected List<FieldProblem> check() {
        List<FieldProblem> found = new ArrayList<>();
        if (target.digest() && !RemoteFields.isDigest(digest.get())) {
            found.add(new FieldProblem(RemoteFields.DIGEST, texts.get("form.connect.problem.digest"),
                    RemoteFields.DIGEST_EXAMPLE));
        }
        if (shows(RemoteFields.SECRET) && secret.get().isBlank()) {
            found.add(new FieldProblem(RemoteFields.SECRET, texts.get("form.sign-in.problem.secret"),
                    RemoteFields.SECRET_EXAMPLE));
        }
        return found;
    }

    @Override
    public boolean shows(String field) {
        return switch (field) {
            case RemoteFields.DIGEST -> target.digest();
            case RemoteFields.SECRET -> !(target.signIn() instanceof SignIn.Nobody);
            default -> field.equals(KEEP);
        };
    }

    @Override
    protected void send() {
        succeed();
        onGiven.accept(new Secrets(given(RemoteFields.DIGEST, digest.get()), given(RemoteFields.SECRET, secret.get())),
                keep.get());
    }

    private Optional<String> given(String field, String text) {
        return shows(field) ? Optional.of(text) : Optional.empty();
    }

    /** Returns the connection that they are for. */
    public ConnectionProfile profile() {
        return profile;
    }

    /** Returns which secret of the schedulers is asked for. */
    public SignIn signIn() {
        return target.signIn();
    }

    /** Returns why they cannot be kept, if they cannot. */
    public Optional<String> whyNoKeyRing() {
        return whyNoKeyRing;
    }

    public StringProperty digestProperty() {
        return digest;
    }

    public StringProperty secretProperty() {
        return secret;
    }

    public BooleanProperty keepProperty() {
        return keep;
    }
}
