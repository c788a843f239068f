package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands atop of the page in front: a stripe in the cluster's colour, and over production a band that says so. */
final class ClusterBand extends VBox {

    private final Region stripe = new Region();
    private final HBox production = new HBox();
    private final HBox readOnly = new HBox();
    private final Label cluster = new Label();

    ClusterBand(Texts texts) {
        setId("cluster-band");
        stripe.getStyleClass().addAll("cluster-stripe", ProfileColour.GREY.styleClass());
        Label word = new Label();
        word.setId("production-word");
        word.getStyleClass().add("production-word");
        word.textProperty().bind(texts.bind("frame.production"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label locked = new Label();
        locked.textProperty().bind(texts.bind("frame.read-only"));
        readOnly.getStyleClass().add("production-lock");
        readOnly.getChildren().addAll(new FontIcon("fth-lock"), locked);
        readOnly.managedProperty().bind(readOnly.visibleProperty());
        production.setId("production-band");
        production.getStyleClass().add("production-band");
        production.getChildren().addAll(new FontIcon("fth-alert-triangle"), word, cluster, space, readOnly);
        getChildren().addAll(production, stripe);
    }

    /** Tells of another tab. */
    void follow(ClusterTab tab) {
        stripe.getStyleClass().setAll("cluster-stripe", tab.profile().colour().styleClass());
        production.setVisible(tab.profile().isProduction());
        production.setManaged(tab.profile().isProduction());
        cluster.setText(tab.profile().name());
        readOnly.visibleProperty().bind(tab.readOnlyProperty());
    }
}
