package io.jobdeck.desktop.icon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The icon of the console's windows. */
public final class AppIcon {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private AppIcon() {
    }

    /**
     * Draws the icon in the sizes that window systems ask for, smallest first: for {@code stage.getIcons()}. Call it on the
     * interface thread.
     */
    public static List<Image> images() {
        VectorIcon icon = load();
        return SIZES.stream().map(size -> draw(icon, size)).toList();
    }

    private static VectorIcon load() {
        try (InputStream svg = AppIcon.class.getResourceAsStream("jobdeck.svg")) {
            if (svg == null) {
                throw new IOException("jobdeck.svg is missing from the program");
            }
            return VectorIcon.read(svg);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Image draw(VectorIcon icon, int size) {
        Group drawing = new Group();
        for (VectorIcon.Shape shape : icon.paths()) {
            SVGPath path = new SVGPath();
            path.setContent(shape.outline());
            path.setFill(Color.web(shape.fill()));
            path.setFillRule(shape.evenOdd() ? FillRule.EVEN_ODD : FillRule.NON_ZERO);
            drawing.getChildren().add(path);
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(size / icon.side(), size / icon.side()));
        parameters.setViewport(new Rectangle2D(0, 0, size, size));
        return drawing.snapshot(parameters, null);
    }
}
