package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.text.Texts;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/** Joins the form of a connection with its model. */
public final class ProfileEditorController {

    private final ProfileEditorModel model;
    private final Texts texts;

    @FXML
    private TextField name;
    @FXML
    private ColourPicker colour;
    @FXML
    private ComboBox<ProfileEditorModel.Kind> kind;
    @FXML
    private TextField dataDirectory;
    @FXML
    private TextField connectString;
    @FXML
    private TextField namespace;
    @FXML
    private CheckBox usesDigest;
    @FXML
    private PasswordField digest;
    @FXML
    private ComboBox<ProfileEditorModel.SignInKind> signIn;
    @FXML
    private TextField account;
    @FXML
    private PasswordField secret;
    @FXML
    private TextField authority;
    @FXML
    private CheckBox keepSecrets;
    @FXML
    private CheckBox production;
    @FXML
    private CheckBox readOnly;
    @FXML
    private CheckBox untested;

    public ProfileEditorController(ProfileEditorModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.nameProperty());
        colour.join(model.colourProperty(), texts);
        offer(kind, ProfileEditorModel.Kind.values(), "form.profile.kind.");
        kind.valueProperty().bindBidirectional(model.kindProperty());
        dataDirectory.textProperty().bindBidirectional(model.dataDirectoryProperty());
        dataDirectory.setPromptText(texts.get("form.profile.directory-usual"));
        connectString.textProperty().bindBidirectional(model.connectStringProperty());
        connectString.setPromptText(RemoteFields.CONNECT_STRING_EXAMPLE);
        namespace.textProperty().bindBidirectional(model.namespaceProperty());
        usesDigest.selectedProperty().bindBidirectional(model.usesDigestProperty());
        digest.textProperty().bindBidirectional(model.digestProperty());
        offer(signIn, ProfileEditorModel.SignInKind.values(), "form.profile.sign-in.");
        signIn.valueProperty().bindBidirectional(model.signInProperty());
        account.textProperty().bindBidirectional(model.accountProperty());
        secret.textProperty().bindBidirectional(model.secretProperty());
        authority.textProperty().bindBidirectional(model.authorityProperty());
        authority.setPromptText(RemoteFields.AUTHORITY_EXAMPLE);
        keepSecrets.selectedProperty().bindBidirectional(model.keepSecretsProperty());
        production.selectedProperty().bindBidirectional(model.productionProperty());
        readOnly.selectedProperty().bindBidirectional(model.readOnlyProperty());
        untested.selectedProperty().bindBidirectional(model.untestedProperty());
    }

    private <E extends Enum<E>> void offer(ComboBox<E> box, E[] values, String keyStart) {
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {

            @Override
            public String toString(E value) {
                return value == null ? "" : texts.get(keyStart + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        });
    }
}
