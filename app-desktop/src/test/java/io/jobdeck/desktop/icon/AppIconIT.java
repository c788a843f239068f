package io.jobdeck.desktop.icon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The icon as it is drawn. */
class AppIconIT {

    private static final Color ACCENT = Color.web("#e8743b");
    private static final int LEAST_EXACT_SIDE = 48;

    @Test
    void everySizeIsDrawnInColourOnATransparentGround() throws Exception {
        FxToolkit.registerPrimaryStage();

        List<Image> images = WaitForAsyncUtils.asyncFx(AppIcon::images).get(20, TimeUnit.SECONDS);

        assertThat(images).extracting(Image::getWidth).containsExactly(16.0, 24.0, 32.0, 48.0, 64.0, 128.0, 256.0);
        for (Image image : images) {
            int side = (int) image.getWidth();
            assertThat(image.getPixelReader().getColor(0, 0).getOpacity()).isZero();
            assertShowsTheAccent(side, image.getPixelReader().getColor(side / 2, side * 150 / 256));
        }
    }

    /** In small sizes the sign in the middle is hardly wider than a pixel, and its edge blends with the ground. */
    private static void assertShowsTheAccent(int side, Color middle) {
        if (side >= LEAST_EXACT_SIDE) {
            assertThat(middle).as("%d px", side).isEqualTo(ACCENT);
        } else {
            assertThat(middle.getHue()).as("hue at %d px", side).isCloseTo(ACCENT.getHue(), within(5.0));
            assertThat(middle.getSaturation()).as("saturation at %d px", side).isGreaterThan(0.5);
            assertThat(middle.getOpacity()).as("opacity at %d px", side).isEqualTo(1);
        }
    }
}
