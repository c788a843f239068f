package io.jobdeck.desktop.agents;

import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A bar of what is used and offered, and what is free of how much as figures. */
final class ShareCell<R> extends TableCell<R, Share> {

    private final ShareBar bar = new ShareBar();
    private final Label figures = new Label();
    private final HBox content = new HBox(bar, figures);
    private final Tooltip tooltip = new Tooltip();
    private final Function<Share, String> words;
    private final Function<Share, String> details;

    /**
     * @param words the figures
     * @param details all of it in words
     */
    ShareCell(Function<Share, String> words, Function<Share, String> details) {
        this.words = words;
        this.details = details;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        content.getStyleClass().add("share");
        figures.getStyleClass().add("share-figures");
        HBox.setHgrow(figures, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(Share share, boolean empty) {
        super.updateItem(share, empty);
        if (empty || share == null || share.total() <= 0) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        bar.show(share);
        figures.setText(words.apply(share));
        tooltip.setText(details.apply(share));
        setAccessibleText(details.apply(share));
        setTooltip(tooltip);
        setGraphic(content);
    }
}
