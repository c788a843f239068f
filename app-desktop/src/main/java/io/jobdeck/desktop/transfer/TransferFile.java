package io.jobdeck.desktop.transfer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.desktop.editor.Document;
import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.MalformedTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a file with apps and jobs says. It is written as one object with the lists {@code apps} and {@code jobs}; one
 * document alone and a list of documents, as REST gives them, are read too.
 */
public final class TransferFile {

    private static final String APPS = "apps";
    private static final String JOBS = "jobs";

    private TransferFile() {
    }

    /**
     * One document of a file.
     *
     * @param kind what it is, by its members
     */
    public record Entry(DocumentKind kind, Document document) {

        public Entry {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(document, "document");
        }

        /** Returns its identity, empty if it has none. */
        public String name() {
            return document.text(kind.nameMember());
        }
    }

    /** Returns the text of a file with these documents. */
    public static String write(List<Entry> entries) {
        JsonObject file = new JsonObject();
        file.add(APPS, list(entries, DocumentKind.APP));
        file.add(JOBS, list(entries, DocumentKind.JOB));
        return new Document(file).pretty() + "\n";
    }

    private static JsonArray list(List<Entry> entries, DocumentKind kind) {
        JsonArray list = new JsonArray();
        entries.stream().filter(entry -> entry.kind() == kind).forEach(entry -> list.add(entry.document().members()));
        return list;
    }

    /**
     * Reads a file: apps first, since jobs need theirs.
     *
     * @throws MalformedTextException if it holds anything else; the message says where and what would be right
     */
    public static List<Entry> read(String text) {
        JsonElement content = JsonText.element(text);
        List<Entry> entries = new ArrayList<>();
        if (content instanceof JsonObject object && (object.get(APPS) instanceof JsonArray || object.get(JOBS) instanceof JsonArray)) {
            addAll(object.get(APPS), APPS, DocumentKind.APP, entries);
            addAll(object.get(JOBS), JOBS, DocumentKind.JOB, entries);
        } else if (content instanceof JsonArray list) {
            for (int i = 0; i < list.size(); i++) {
                JsonObject document = object(list.get(i), "number " + (i + 1));
                entries.add(new Entry(kind(document), new Document(document)));
            }
        } else {
            JsonObject document = object(content, "the file");
            entries.add(new Entry(kind(document), new Document(document)));
        }
        entries.sort((one, other) -> Boolean.compare(one.kind() == DocumentKind.JOB, other.kind() == DocumentKind.JOB));
        return List.copyOf(entries);
    }

    private static void addAll(JsonElement list, String name, DocumentKind kind, List<Entry> entries) {
        if (list == null) {
            return;
        }
        if (!(list instanceof JsonArray array)) {
            throw new MalformedTextException("%s must be a list in brackets.".formatted(name));
        }
        for (int i = 0; i < array.size(); i++) {
            entries.add(new Entry(kind, new Document(object(array.get(i), "number %d of %s".formatted(i + 1, name)))));
        }
    }

    private static JsonObject object(JsonElement element, String where) {
        if (element instanceof JsonObject object) {
            return object;
        }
        throw new MalformedTextException(("Apps and jobs are objects in braces, %s is none. A file holds one, a list of them, "
                + "or {\"apps\": [...], \"jobs\": [...]}.").formatted(where));
    }

    private static DocumentKind kind(JsonObject document) {
        return document.has(DocumentKind.JOB.nameMember()) || !document.has("appURL") ? DocumentKind.JOB : DocumentKind.APP;
    }
}
