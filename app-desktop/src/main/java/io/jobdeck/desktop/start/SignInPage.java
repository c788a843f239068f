package io.jobdeck.desktop.start;

import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.desktop.form.FormBinder;
import io.jobdeck.desktop.form.FormField;
import io.jobdeck.desktop.profile.SignInModel;
import io.jobdeck.desktop.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The form on a tab's page that asks for the secrets of its cluster. */
final class SignInPage {

    private static final double WIDTH = 520;

    private final Texts texts;
    private final SignInModel model;
    private final VBox form = new VBox();
    private final FormBinder binder;

    SignInPage(SignInModel model, Runnable onClose, Texts texts) {
        this.texts = texts;
        this.model = model;
        form.getStyleClass().add("sign-in");
        form.setMaxWidth(WIDTH);
        PasswordField digest = new PasswordField();
        digest.setId("sign-in-digest");
        digest.setPromptText(RemoteFields.DIGEST_EXAMPLE);
        digest.textProperty().bindBidirectional(model.digestProperty());
        PasswordField secret = new PasswordField();
        secret.setId("sign-in-secret");
        secret.textProperty().bindBidirectional(model.secretProperty());
        form.getChildren().addAll(field(RemoteFields.DIGEST, texts.get("form.sign-in.digest"), digest),
                field(RemoteFields.SECRET, secretLabel(), secret), keep(), buttons(onClose));
        digest.setOnAction(event -> model.save());
        secret.setOnAction(event -> model.save());
        binder = new FormBinder(model, form, texts);
    }

    Node form() {
        return form;
    }

    void focus() {
        binder.focusFirst();
    }

    private String secretLabel() {
        return model.signIn() instanceof SignIn.Account account
                ? texts.get("form.sign-in.password", account.name()) : texts.get("form.sign-in.token");
    }

    private FormField keep() {
        CheckBox box = new CheckBox(texts.get("form.profile.keep-secrets"));
        box.setId("sign-in-keep");
        box.selectedProperty().bindBidirectional(model.keepProperty());
        FormField keep = field(SignInModel.KEEP, "", box);
        model.whyNoKeyRing().ifPresent(why -> {
            box.setDisable(true);
            keep.setHint(texts.get("form.sign-in.no-key-ring"));
        });
        return keep;
    }

    private static FormField field(String name, String label, Node control) {
        FormField field = new FormField();
        field.setField(name);
        field.setLabel(label);
        field.setContent(control);
        return field;
    }

    private HBox buttons(Runnable onClose) {
        Button connect = new Button(texts.get("form.connect.verb"));
        connect.setId("sign-in-connect");
        connect.getStyleClass().add("accent");
        connect.setOnAction(event -> model.save());
        Button close = new Button(texts.get("start.close"));
        close.setOnAction(event -> onClose.run());
        HBox buttons = new HBox(connect, close);
        buttons.getStyleClass().add("page-buttons");
        return buttons;
    }
}
