package io.jobdeck.desktop.editor;

import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.codec.JobDefaults;
import io.jobdeck.scheduler.model.JobType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The fields of a form as properties: they show a document, and what is put into them is put into it. */
final class FieldValues {

    private static final String JOB_TYPE = "jobType";
    private static final String JOB_CLASS = "jobClass";
    /** Members that only one type of job has. */
    private static final Map<String, JobType> OF_ONE_TYPE =
            Map.of("scriptCommandLine", JobType.SCRIPT, "streamingProcess", JobType.DATAFLOW);

    private final DocumentKind kind;
    private final Map<String, DocumentField> fields = new LinkedHashMap<>();
    private final Map<String, DocumentFlag> flags = new LinkedHashMap<>();
    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    private final Map<String, BooleanProperty> switches = new LinkedHashMap<>();
    private boolean showing;

    FieldValues(DocumentKind kind, Document document, Consumer<String> onEdit) {
        this.kind = kind;
        FormLayout.fields(kind).forEach(field -> {
            fields.put(field.id(), field);
            StringProperty text = new SimpleStringProperty(this, field.id(), value(field, document));
            text.addListener((observable, before, now) -> edited(field.id(), onEdit));
            texts.put(field.id(), text);
        });
        FormLayout.flags(kind).forEach(flag -> {
            flags.put(flag.member(), flag);
            BooleanProperty on = new SimpleBooleanProperty(this, flag.member(), flag.read(document));
            on.addListener((observable, before, now) -> edited(flag.member(), onEdit));
            switches.put(flag.member(), on);
        });
    }

    private void edited(String field, Consumer<String> onEdit) {
        if (!showing) {
            onEdit.accept(field);
        }
    }

    /** Every script has the same class, which is nobody's choice. */
    private static String value(DocumentField field, Document document) {
        String read = field.read(document);
        return field.id().equals(JOB_CLASS) && read.equals(JobDefaults.SCRIPT_JOB_CLASS) ? "" : read;
    }

    /** Puts what the document says into the fields; one whose member is not there and that does not apply keeps its value. */
    void show(Document document) {
        showing = true;
        try {
            fields.values().stream()
                    .filter(field -> document.get(field.path()).isPresent()
                            || FormLayout.shows(kind, document, field.id()))
                    .filter(field -> !saysTheSame(field, document))
                    .forEach(field -> texts.get(field.id()).set(value(field, document)));
            flags.values().forEach(flag -> switches.get(flag.member()).set(flag.read(document)));
        } finally {
            showing = false;
        }
    }

    /** A field in which somebody types a space at the end is not to lose it. */
    private boolean saysTheSame(DocumentField field, Document document) {
        return field.write(texts.get(field.id()).get()).equals(document.get(field.path()));
    }

    /** Returns the document with what stands in the field now. */
    Document applyTo(Document document, String field) {
        DocumentFlag flag = flags.get(field);
        Document changed = flag == null
                ? document.with(fields.get(field).path(), fields.get(field).write(texts.get(field).get()), kind.members())
                : document.with(List.of(field), flag.write(switches.get(field).get()), kind.members());
        return kind == DocumentKind.JOB && field.equals(JOB_TYPE) ? ofType(changed) : changed;
    }

    /** What belongs to another type goes, and comes back from its field when the type does. */
    private Document ofType(Document document) {
        String type = document.text(JOB_TYPE);
        Document changed = document;
        for (Map.Entry<String, JobType> member : OF_ONE_TYPE.entrySet()) {
            String name = member.getKey();
            changed = type.equals(member.getValue().name())
                    ? applyTo(changed, name)
                    : changed.with(List.of(name), Optional.empty(), kind.members());
        }
        return type.equals(JobType.SCRIPT.name())
                ? changed.with(List.of(JOB_CLASS), Optional.of(new JsonPrimitive(JobDefaults.SCRIPT_JOB_CLASS)),
                        kind.members())
                : applyTo(changed, JOB_CLASS);
    }

    StringProperty text(String field) {
        return texts.get(field);
    }

    BooleanProperty flag(String field) {
        return switches.get(field);
    }
}
