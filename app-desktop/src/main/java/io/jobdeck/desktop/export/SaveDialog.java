package io.jobdeck.desktop.export;

import io.jobdeck.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for a file to write rows to, as the system of this machine asks for files. */
public final class SaveDialog implements BiFunction<String, SheetFormat, Optional<Path>> {

    private final Window owner;
    private final Texts texts;

    public SaveDialog(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> apply(String proposed, SheetFormat format) {
        String pattern = "*." + format.ending();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("table.export." + format));
        chooser.setInitialFileName(proposed);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(pattern, pattern));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
