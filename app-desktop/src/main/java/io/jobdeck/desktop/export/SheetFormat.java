package io.jobdeck.desktop.export;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How rows can be written. */
public enum SheetFormat {

    /** Values apart by tabs, a line per row, headings first. */
    TEXT("txt") {
        @Override
        void write(Sheet sheet, Writer out) throws IOException {
            out.write(line(sheet.columns().stream().map(Sheet.Column::heading).toList()));
            for (List<Object> row : sheet.rows()) {
                out.write(line(cells(sheet, row).stream().map(Cell::text).toList()));
            }
        }

        private String line(List<String> values) {
            return values.stream().map(value -> value.replaceAll("[\\t\\r\\n]+", " ")).collect(Collectors.joining("\t"))
                    + "\n";
        }
    },

    /** RFC 4180. A value that a spreadsheet would take for a formula gets an apostrophe before it. */
    CSV("csv") {
        private static final String FORMULA = "=+-@\t\r";

        @Override
        void write(Sheet sheet, Writer out) throws IOException {
            out.write(line(sheet.columns().stream().map(column -> Cell.of(column.heading())).toList()));
            for (List<Object> row : sheet.rows()) {
                out.write(line(cells(sheet, row)));
            }
        }

        private String line(List<Cell> cells) {
            return cells.stream().map(this::field).collect(Collectors.joining(",")) + "\r\n";
        }

        private String field(Cell cell) {
            String value = cell.text();
            boolean formula = !cell.isNumber() && !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
            String harmless = formula ? "'" + value : value;
            boolean plain = harmless.chars().noneMatch(each -> ",\"\r\n".indexOf(each) >= 0);
            return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
        }
    },

    /** One object: where the rows come from, and the rows, each an object by the columns' names. */
    JSON("json") {
        @Override
        void write(Sheet sheet, Writer out) throws IOException {
            JsonWriter json = new JsonWriter(out);
            json.setIndent("  ");
            json.beginObject();
            if (sheet.origin().isPresent()) {
                Origin origin = sheet.origin().get();
                json.name("table").value(origin.table()).name("cluster").value(origin.cluster())
                        .name("filter").value(origin.filter()).name("time").value(origin.at().toString());
            }
            json.name("rows").beginArray();
            for (List<Object> row : sheet.rows()) {
                json.beginObject();
                for (int index = 0; index < row.size(); index++) {
                    Sheet.Column column = sheet.columns().get(index);
                    json.name(column.id()).jsonValue(column.of(row.get(index)).json().toString());
                }
                json.endObject();
            }
            json.endArray().endObject();
            out.write("\n");
        }
    };

    private final String ending;

    SheetFormat(String ending) {
        this.ending = ending;
    }

    /** Returns the ending of its files, without a dot. */
    public String ending() {
        return ending;
    }

    abstract void write(Sheet sheet, Writer out) throws IOException;

    private static List<Cell> cells(Sheet sheet, List<Object> row) {
        return IntStream.range(0, row.size()).mapToObj(index -> sheet.columns().get(index).of(row.get(index))).toList();
    }

    /** Returns the rows as one text. */
    public String text(Sheet sheet) {
        StringWriter out = new StringWriter();
        try {
            write(sheet, out);
        } catch (IOException neverOfAString) {
            throw new UncheckedIOException(neverOfAString);
        }
        return out.toString();
    }
}
