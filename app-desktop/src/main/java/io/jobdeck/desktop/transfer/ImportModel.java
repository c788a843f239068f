package io.jobdeck.desktop.transfer;

import io.jobdeck.desktop.editor.SaveRequest;
import io.jobdeck.desktop.form.DocumentSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The documents of a file, of which those chosen are stored one after the other; what fails does not keep the others from
 * being stored. Interface thread only.
 */
public final class ImportModel {

    private final String file;
    private final List<ImportItem> items;
    private final DocumentSink<SaveRequest> sink;
    private final Deque<ImportItem> waiting = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen");
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper(this, "done");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private int total;

    /**
     * @param file name of the file
     * @param items what it holds
     * @param sink stores one document
     */
    public ImportModel(String file, List<ImportItem> items, DocumentSink<SaveRequest> sink) {
        this.file = file;
        this.items = List.copyOf(items);
        this.sink = sink;
        this.items.forEach(item -> item.chosenProperty().addListener((observable, before, now) -> count()));
        count();
    }

    private void count() {
        chosen.set((int) items.stream().filter(item -> item.chosenProperty().get() && item.isChoosable()).count());
    }

    /** Chooses everything that can be stored, or nothing. */
    public void choose(boolean all) {
        items.forEach(item -> item.chosenProperty().set(all && item.isChoosable()));
    }

    /** Stores what is chosen. */
    public void start() {
        if (running.get()) {
            return;
        }
        items.stream().filter(item -> item.chosenProperty().get() && item.isChoosable()).forEach(waiting::add);
        total = waiting.size();
        done.set(0);
        running.set(!waiting.isEmpty());
        next();
    }

    private void next() {
        ImportItem item = waiting.poll();
        if (item == null) {
            running.set(false);
            count();
            return;
        }
        item.begin();
        sink.save(item.request(), () -> {
            item.saved();
            after();
        }, refusal -> {
            item.failed(refusal.message());
            after();
        });
    }

    private void after() {
        done.set(done.get() + 1);
        next();
    }

    /** Stops behind the document that is being stored. */
    public void cancel() {
        waiting.clear();
    }

    /** Returns how many items are in this state. */
    public long count(ImportItem.State state) {
        return items.stream().filter(item -> item.stateProperty().get() == state).count();
    }

    public String file() {
        return file;
    }

    public List<ImportItem> items() {
        return items;
    }

    /** Returns how many are chosen. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Returns how many have been dealt with of those that were chosen. */
    public ReadOnlyIntegerProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Returns how many were chosen when it began. */
    public int total() {
        return total;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }
}
