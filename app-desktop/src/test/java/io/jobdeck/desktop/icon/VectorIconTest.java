package io.jobdeck.desktop.icon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The icon's source can be read. */
class VectorIconTest {

    @Test
    void theIconKeepsToFilledPathsInASquare() throws IOException {
        try (InputStream svg = VectorIcon.class.getResourceAsStream("jobdeck.svg")) {
            VectorIcon icon = VectorIcon.read(svg);

            assertThat(icon.side()).isEqualTo(256);
            assertThat(icon.paths()).hasSizeGreaterThan(3)
                    .allMatch(shape -> shape.fill().matches("#[0-9a-f]{6}") && shape.outline().startsWith("M"));
        }
    }

    @Test
    void aDrawingThatIsNotSquareIsRefused() {
        InputStream wide = new ByteArrayInputStream(
                "<svg viewBox='0 0 20 10'/>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> VectorIcon.read(wide)).isInstanceOf(IOException.class).hasMessageContaining("square");
    }
}
