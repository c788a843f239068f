package io.jobdeck.desktop.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.filter.FilterFieldsTest.Line;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterPropertiesTest {

    private static final Line ROW = new Line("invoices", "billing", Set.of(), 1, 10, "");

    @Property(tries = 2000)
    void anyTextIsAFilterWhoseTermsCoverItInOrder(@ForAll("typed") String text) {
        List<Term> terms = FilterParser.parse(text);

        int end = 0;
        for (Term term : terms) {
            assertThat(term.from()).isGreaterThanOrEqualTo(end);
            assertThat(term.to()).isGreaterThan(term.from()).isLessThanOrEqualTo(text.length());
            assertThat(term.values()).isNotEmpty();
            end = term.to();
        }
    }

    @Property(tries = 2000)
    void noTextBreaksTheFilterAndEveryProblemHasItsPlace(@ForAll("typed") String text) {
        CompiledFilter<Line> compiled = Line.FIELDS.compile(text, Line.READING);

        compiled.test(ROW, Line.NOW);
        assertThat(compiled.problems()).allSatisfy(problem ->
                assertThat(text.substring(problem.from(), problem.to())).isNotBlank());
    }

    @Property(tries = 1000)
    void aTermAndItsOppositeTogetherLetNothingThrough(@ForAll("typed") String text) {
        List<Term> terms = FilterParser.parse(text);
        if (terms.size() != 1 || terms.get(0).negated()) {
            return;
        }
        String term = text.strip();

        CompiledFilter<Line> plain = Line.FIELDS.compile(term, Line.READING);
        CompiledFilter<Line> opposite = Line.FIELDS.compile("-" + term, Line.READING);

        if (!plain.isEmpty() && !opposite.isEmpty()) {
            assertThat(plain.test(ROW, Line.NOW)).isNotEqualTo(opposite.test(ROW, Line.NOW));
        }
    }

    @Property(tries = 500)
    void whateverIsOfferedCanBeUnderstood(@ForAll("apps") String app) {
        Line row = new Line("any", app, Set.of(), 0, 0, "");
        Completion<Line> completion = new Completion<>(Line.FIELDS, Line.READING.wording());

        completion.at("app=", 4, List.of(row)).forEach(offer -> {
            CompiledFilter<Line> compiled = Line.FIELDS.compile("app=" + offer.text(), Line.READING);
            assertThat(compiled.problems()).isEmpty();
            assertThat(compiled.test(row, Line.NOW)).isTrue();
        });
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> pieces = Arbitraries.of("app", "state", "age", "running", "since", ":", "=", ">", ">=", "<", ",", "-",
                "\"", " ", "10m", "3", "2026-03-01", "billing", "enabled", "：", "“", "等待", "\u3000", "\t", "colour");
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20),
                pieces.list().ofMaxSize(10).map(list -> String.join("", list)));
    }

    @Provide
    Arbitrary<String> apps() {
        return Arbitraries.strings().withChars("abÄ ,\"-:等").ofMaxLength(8);
    }
}
