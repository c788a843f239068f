package io.jobdeck.desktop;

import io.jobdeck.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Asks for files with the system's own dialog. */
final class StageFiles implements ProfileDesk.FileChoice {

    private static final String USUAL_NAME = "jobdeck-connections.json";

    private static final String USUAL_DIAGNOSTICS = "jobdeck-diagnostics.zip";

    private final Stage stage;
    private final Texts texts;

    StageFiles(Stage stage, Texts texts) {
        this.stage = stage;
        this.texts = texts;
    }

    @Override
    public Optional<Path> toRead() {
        return Optional.ofNullable(chooser("home.import", "JSON", "*.json").showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> toWrite() {
        FileChooser chooser = chooser("home.export", "JSON", "*.json");
        chooser.setInitialFileName(USUAL_NAME);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    /** Returns the file to write diagnostics to. */
    Optional<Path> diagnostics() {
        FileChooser chooser = chooser("menu.help.diagnostics", "ZIP", "*.zip");
        chooser.setInitialFileName(USUAL_DIAGNOSTICS);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    private FileChooser chooser(String key, String kind, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(key));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, ending));
        return chooser;
    }
}
