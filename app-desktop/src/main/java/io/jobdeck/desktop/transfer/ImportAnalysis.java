package io.jobdeck.desktop.transfer;

import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.editor.Documents;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Looks at what the documents of a file would change. Reads JSON and crons, so not for the interface thread. */
public final class ImportAnalysis {

    private final Documents documents;
    private final BiFunction<DocumentKind, String, List<FieldProblem>> rules;
    private final Texts texts;

    /**
     * @param documents what is stored
     * @param rules everything wrong with the JSON of a document, by the server's own rules
     */
    public ImportAnalysis(Documents documents, BiFunction<DocumentKind, String, List<FieldProblem>> rules, Texts texts) {
        this.documents = documents;
        this.rules = rules;
        this.texts = texts;
    }

    /** Returns an item for each document, in their order. */
    public List<ImportItem> look(List<TransferFile.Entry> entries) {
        Set<String> apps = new HashSet<>();
        entries.stream().filter(entry -> entry.kind() == DocumentKind.APP).forEach(entry -> apps.add(entry.name()));
        Set<String> seen = new HashSet<>();
        return entries.stream().map(entry -> {
            List<FieldProblem> problems = new ArrayList<>(rules.apply(entry.kind(), entry.document().text()));
            if (!seen.add(entry.kind() + " " + entry.name())) {
                problems.add(new FieldProblem(entry.kind().nameMember(), texts.get("import.problem.twice"), entry.name() + "_2"));
            }
            String app = entry.document().text("appName");
            if (entry.kind() == DocumentKind.JOB && !app.isEmpty() && !apps.contains(app)
                    && documents.find(DocumentKind.APP, app).isEmpty()) {
                problems.add(new FieldProblem("appName", texts.get("import.problem.no-app"), "billing"));
            }
            return new ImportItem(entry, documents.find(entry.kind(), entry.name()), problems);
        }).toList();
    }
}
