package io.jobdeck.desktop.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Files of rows. Blocks on the disk: not for the interface thread. */
public final class SheetFile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private SheetFile() {
    }

    /** Returns a name for a file of these rows. */
    public static String name(Sheet sheet, SheetFormat format, ZoneId zone) {
        String stem = sheet.origin()
                .map(origin -> origin.table().replace('.', '-') + "-" + TIME.withZone(zone).format(origin.at()))
                .orElse("rows");
        return stem + "." + format.ending();
    }

    /**
     * Writes the rows in UTF-8, whole or not at all.
     *
     * @throws IOException if the disk does not take them; the file is then as it was
     */
    public static void write(Sheet sheet, SheetFormat format, Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            format.write(sheet, out);
        } catch (IOException failure) {
            Files.deleteIfExists(fresh);
            throw failure;
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
