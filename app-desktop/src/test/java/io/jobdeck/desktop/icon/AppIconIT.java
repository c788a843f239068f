package io.jobdeck.desktop.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The icon as it is drawn. */
class AppIconIT {

    @Test
    void everySizeIsDrawnInColourOnATransparentGround() throws Exception {
        FxToolkit.registerPrimaryStage();

        List<Image> images = WaitForAsyncUtils.asyncFx(AppIcon::images).get(20, TimeUnit.SECONDS);

        assertThat(images).extracting(Image::getWidth).containsExactly(16.0, 24.0, 32.0, 48.0, 64.0, 128.0, 256.0);
        for (Image image : images) {
            int side = (int) image.getWidth();
            assertThat(image.getPixelReader().getColor(0, 0).getOpacity()).isZero();
            assertThat(image.getPixelReader().getColor(side / 2, side * 150 / 256)).isEqualTo(Color.web("#e8743b"));
        }
    }
}
