package io.jobdeck.desktop.connection;

import javafx.fxml.FXML;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/** Joins the form of a connection with its model. */
public final class ConnectController {

    private final ConnectModel model;

    @FXML
    private TextField connectString;
    @FXML
    private TextField namespace;
    @FXML
    private PasswordField digest;
    @FXML
    private TextField account;
    @FXML
    private PasswordField secret;
    @FXML
    private TextField authority;

    public ConnectController(ConnectModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        connectString.textProperty().bindBidirectional(model.connectStringProperty());
        connectString.setPromptText(ConnectModel.CONNECT_STRING_EXAMPLE);
        namespace.textProperty().bindBidirectional(model.namespaceProperty());
        digest.textProperty().bindBidirectional(model.digestProperty());
        account.textProperty().bindBidirectional(model.accountProperty());
        secret.textProperty().bindBidirectional(model.secretProperty());
        authority.textProperty().bindBidirectional(model.authorityProperty());
        authority.setPromptText(ConnectModel.AUTHORITY_EXAMPLE);
    }
}
