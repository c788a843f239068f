package io.jobdeck.desktop.agents;

import javafx.scene.layout.Region;

/** What is used and offered of something, as parts of a bar. */
final class ShareBar extends Region {

    private static final double WIDTH = 48;
    private static final double HEIGHT = 8;
    /** From here on little is left. */
    private static final double NEARLY_ALL = 0.9;

    private final Region used = new Region();
    private final Region offered = new Region();
    private Share share = Share.NONE;

    ShareBar() {
        getStyleClass().add("share-bar");
        used.getStyleClass().add("share-used");
        offered.getStyleClass().add("share-offered");
        getChildren().addAll(used, offered);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    void show(Share shown) {
        share = shown;
        used.getStyleClass().remove("share-full");
        if (shown.usedPart() >= NEARLY_ALL) {
            used.getStyleClass().add("share-full");
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double end = snapSizeX(getWidth() * share.usedPart());
        used.resizeRelocate(0, 0, end, getHeight());
        offered.resizeRelocate(end, 0, snapSizeX(getWidth() * share.offeredPart()), getHeight());
    }
}
