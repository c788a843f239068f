package io.jobdeck.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.stage.Screen;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the whole screen, with every window, dialog and menu that stands on it. */
public final class ScreenPicture {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private ScreenPicture() {
    }

    /**
     * Saves what the screen shows once the interface thread has come to rest.
     *
     * @param name file name without its ending
     */
    public static void save(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            Files.createDirectories(SCREENSHOTS);
            ImageIO.write(copy(robot.capture(Screen.getPrimary().getBounds()).getImage()), "png",
                    SCREENSHOTS.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage copy(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}
