package io.jobdeck.desktop;

import io.jobdeck.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Asks for files of connections with the system's own dialog. */
final class StageFiles implements ProfileDesk.FileChoice {

    private static final String USUAL_NAME = "jobdeck-connections.json";

    private final Stage stage;
    private final Texts texts;

    StageFiles(Stage stage, Texts texts) {
        this.stage = stage;
        this.texts = texts;
    }

    @Override
    public Optional<Path> toRead() {
        return Optional.ofNullable(chooser("home.import").showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> toWrite() {
        FileChooser chooser = chooser("home.export");
        chooser.setInitialFileName(USUAL_NAME);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    private FileChooser chooser(String key) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(key));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        return chooser;
    }
}
