package io.jobdeck.desktop.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.filter.FilterFieldsTest.Line;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    private static final List<Line> ROWS = List.of(line("billing"), line("orders"), line("back office"), line("billing"), line(""));

    @Test
    void atTheBeginningAllFieldsAreOfferedInTheirOrder() {
        assertThat(offered("")).containsExactly("name:", "app:", "state:", "running>", "age>", "since>", "cron:");
        assertThat(offered("app:billing ")).hasSize(7);
    }

    @Test
    void whatIsTypedIsTheBeginningOfAField() {
        assertThat(offered("a")).containsExactly("app:", "age>");
        assertThat(offered("-a")).containsExactly("-app:", "-age>");
        assertThat(offered("billing st")).containsExactly("billing state:");
        assertThat(offered("状")).containsExactly("state:");
    }

    @Test
    void fieldsSayWhatTheyMean() {
        assertThat(at("ap")).singleElement().satisfies(suggestion ->
                assertThat(suggestion.label()).contains("filter.field.app"));
    }

    @Test
    void afterAFieldItsValuesAreOffered() {
        assertThat(offered("app:")).containsExactly("app:\"back office\"", "app:billing", "app:orders");
        assertThat(offered("app:o")).as("those that begin with it come first")
                .containsExactly("app:orders", "app:\"back office\"");
        assertThat(offered("state:dis")).containsExactly("state:disabled", "state:app-disabled");
        assertThat(offered("age>1")).containsExactly("age>1m", "age>10m", "age>1h", "age>1d");
    }

    @Test
    void afterACommaAnotherValueIsOffered() {
        assertThat(offered("app:billing,")).contains("app:billing,orders");
        assertThat(offered("app:billing,or")).containsExactly("app:billing,orders");
    }

    @Test
    void anOpenQuoteIsCompletedToo() {
        assertThat(offered("app:\"back")).containsExactly("app:\"back office\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"quoted", "name:in", "colour:", "app:billing", "zzz"})
    void whereThereIsNothingToOfferNothingIs(String text) {
        assertThat(at(text)).isEmpty();
    }

    @Test
    void inTheMiddleOfATermNothingIsOffered() {
        assertThat(new Completion<>(Line.FIELDS, Line.READING.wording()).at("app:billing", 4, ROWS)).isEmpty();
        assertThat(new Completion<>(Line.FIELDS, Line.READING.wording()).at("ap billing", 2, ROWS)).isNotEmpty();
    }

    private static List<Suggestion> at(String text) {
        return new Completion<>(Line.FIELDS, Line.READING.wording()).at(text, text.length(), ROWS);
    }

    /** Returns the texts that there would be if a person took what is offered. */
    private static List<String> offered(String text) {
        return at(text).stream().map(each -> text.substring(0, each.from()) + each.text()).toList();
    }

    private static Line line(String app) {
        return new Line("any", app, Set.of(), 0, 0, "");
    }
}
