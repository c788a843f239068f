package io.jobdeck.desktop.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableLayoutsTest {

    private static final TableLayout LAYOUT = new TableLayout(
            List.of(new TableLayout.Column("last-result", 194, true), new TableLayout.Column("name", 150, false)),
            List.of(new TableLayout.Order("name", true)));

    private final TableLayouts layouts = TableLayouts.forgotten();

    @Test
    void aLayoutIsFoundAgainByTheKeyOfItsTable() {
        layouts.keep("jobs", LAYOUT);

        assertThat(layouts.of("jobs")).contains(LAYOUT);
        assertThat(layouts.of("apps")).isEmpty();
    }

    @Test
    void aLayoutMayOrderByNothing() {
        layouts.keep("jobs", new TableLayout(LAYOUT.columns(), List.of()));

        assertThat(layouts.of("jobs").orElseThrow().order()).isEmpty();
    }

    @Test
    void aLayoutThatWasResetIsGone() {
        layouts.keep("jobs", LAYOUT);

        layouts.reset("jobs");

        assertThat(layouts.of("jobs")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "name", "name:wide:true|", "name:1|", "name:1:true|a:b:c", "a|b|c"})
    void whatIsInNoKnownFormIsLeftAlone(String stored) {
        assertThat(TableLayout.parse(stored)).isEmpty();
    }
}
