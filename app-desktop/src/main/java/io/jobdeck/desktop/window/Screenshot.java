package io.jobdeck.desktop.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** A picture of what a window shows. */
public final class Screenshot {

    private final int width;
    private final int height;
    private final int[] pixels;

    private Screenshot(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Takes it now. Interface thread only. */
    public static Screenshot of(Scene scene) {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Screenshot(width, height, pixels);
    }

    /**
     * Writes it as PNG, making the directory if need be. Not for the interface thread.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        if (!ImageIO.write(image, "png", target.toFile())) {
            throw new IOException("This Java runtime cannot write PNG files");
        }
    }
}
