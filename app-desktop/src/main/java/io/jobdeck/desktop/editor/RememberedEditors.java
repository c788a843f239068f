package io.jobdeck.desktop.editor;

import java.util.Optional;
import java.util.function.Consumer;

/** Remembers how editors are laid out as one text, kept elsewhere; what is not understood is as if it was never kept. */
public final class RememberedEditors implements EditorMemory {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 700;
    private static final double LEAST = 200;
    private static final double MOST = 10_000;
    private static final int PARTS = 5;

    private final Consumer<String> store;
    private double width = WIDTH;
    private double height = HEIGHT;
    private EditorPanes panes = EditorPanes.STANDARD;

    /**
     * @param kept what was stored last, empty if nothing was
     * @param store keeps a text
     */
    public RememberedEditors(Optional<String> kept, Consumer<String> store) {
        this.store = store;
        kept.map(text -> text.split(",", -1)).filter(parts -> parts.length == PARTS).ifPresent(this::read);
    }

    private void read(String[] parts) {
        try {
            double wide = Double.parseDouble(parts[0]);
            double high = Double.parseDouble(parts[1]);
            double divider = Double.parseDouble(parts[4]);
            boolean form = Boolean.parseBoolean(parts[2]);
            boolean json = Boolean.parseBoolean(parts[3]);
            if (isSize(wide) && isSize(high) && divider > 0 && divider < 1 && (form || json)) {
                width = wide;
                height = high;
                panes = new EditorPanes(form, json, divider);
            }
        } catch (NumberFormatException e) {
            width = WIDTH;
            height = HEIGHT;
        }
    }

    private static boolean isSize(double length) {
        return length >= LEAST && length <= MOST;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public void keepSize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        keep();
    }

    @Override
    public EditorPanes panes() {
        return panes;
    }

    @Override
    public void keep(EditorPanes newPanes) {
        panes = newPanes;
        keep();
    }

    private void keep() {
        store.accept(width + "," + height + "," + panes.form() + "," + panes.json() + "," + panes.divider());
    }
}
