package io.jobdeck.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetFormatTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Sheet.Column> COLUMNS = List.of(
            new Sheet.Column("name", "Name", value -> Cell.of((String) value)),
            new Sheet.Column("state", "State", value -> Cell.of("Enabled", "ENABLED")),
            new Sheet.Column("running", "Running", value -> Cell.of((Number) value)));

    @Test
    void textIsALinePerRowWithHeadingsAndTabs() {
        assertThat(SheetFormat.TEXT.text(sheet(row("invoices", true, 3), row("orphan", null, null))))
                .isEqualTo("Name\tState\tRunning\ninvoices\tEnabled\t3\norphan\t\t\n");
    }

    @Test
    void aValueThatWouldBreakALineOfTextDoesNot() {
        assertThat(SheetFormat.TEXT.text(sheet(row("a\tb\r\nc", null, null)))).endsWith("a b c\t\t\n");
    }

    @Test
    void csvIsAsRfc4180HasIt() {
        assertThat(SheetFormat.CSV.text(sheet(row("plain", true, 1.5), row("with, comma", null, null),
                row("with \"quotes\"", null, null), row("two\nlines", null, null))))
                .isEqualTo("Name,State,Running\r\nplain,Enabled,1.5\r\n\"with, comma\",,\r\n\"with \"\"quotes\"\"\",,\r\n"
                        + "\"two\nlines\",,\r\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"=1+1,'=1+1", "+1,'+1", "-x,'-x", "@cmd,'@cmd", "a=1,a=1"})
    void aValueOfCsvIsNeverAFormula(String value, String written) {
        String[] lines = SheetFormat.CSV.text(sheet(row(value, null, null))).split("\r\n");

        assertThat(lines[1]).isEqualTo(written + ",,");
        assertThat(SheetFormat.TEXT.text(sheet(row(value, null, null)))).contains("\n" + value + "\t");
    }

    @Test
    void aNumberBelowZeroIsNoFormula() {
        assertThat(SheetFormat.CSV.text(sheet(row("x", null, -3)))).endsWith("x,,-3\r\n");
    }

    @Test
    void jsonSaysWhereTheRowsComeFromAndNamesConstants() {
        JsonObject json = JsonParser.parseString(SheetFormat.JSON.text(sheet(row("invoices", true, 3), row("orphan", null, null))))
                .getAsJsonObject();

        assertThat(json.get("cluster").getAsString()).isEqualTo("Production");
        assertThat(json.get("filter").getAsString()).isEqualTo("app:\"billing\"");
        assertThat(json.get("time").getAsString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(json.get("rows").getAsJsonArray()).hasSize(2);
        JsonObject first = json.get("rows").getAsJsonArray().get(0).getAsJsonObject();
        assertThat(first.get("state").getAsString()).isEqualTo("ENABLED");
        assertThat(first.get("running").getAsJsonPrimitive().isNumber()).isTrue();
        assertThat(json.get("rows").getAsJsonArray().get(1).getAsJsonObject().get("running").isJsonNull()).isTrue();
    }

    @Test
    void aFileIsInUtf8AndNamedByTableAndTime(@TempDir Path folder) throws IOException {
        Sheet sheet = sheet(row("发票", null, null));
        Path file = folder.resolve(SheetFile.name(sheet, SheetFormat.CSV, ZoneOffset.UTC));

        SheetFile.write(sheet, SheetFormat.CSV, file);

        assertThat(file).hasFileName("queues-ready-20260301-120000.csv");
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("发票");
        assertThat(folder).isDirectoryContaining(only -> only.equals(file));
    }

    @Test
    void aFileThatCannotBeWrittenIsAnErrorAndNothingIsLeft(@TempDir Path folder) {
        assertThatThrownBy(() -> SheetFile.write(sheet(), SheetFormat.TEXT, folder.resolve("gone").resolve("rows.txt")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Sheet sheet(List<Object>... rows) {
        return new Sheet(COLUMNS, List.of(rows), Optional.of(new Origin("queues.ready", "Production", "app:\"billing\"", AT)));
    }
}
