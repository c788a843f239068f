package io.jobdeck.desktop.preferences;

import java.util.Optional;

/**
 * Where a window stood, in pixels of the screen as JavaFX counts them.
 *
 * @param maximized whether it filled the screen; the other values are those it goes back to
 */
public record WindowPlacement(double x, double y, double width, double height, boolean maximized) {

    private static final int PARTS = 5;

    String text() {
        return x + "," + y + "," + width + "," + height + "," + maximized;
    }

    static Optional<WindowPlacement> parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            WindowPlacement placement = new WindowPlacement(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]), Double.parseDouble(parts[3]), Boolean.parseBoolean(parts[4]));
            return placement.width > 0 && placement.height > 0 ? Optional.of(placement) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
