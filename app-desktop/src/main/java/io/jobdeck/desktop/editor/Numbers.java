package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people type them into a field, with a point in every language. */
final class Numbers {

    private final Texts texts;

    Numbers(Texts texts) {
        this.texts = texts;
    }

    static String text(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }

    static Optional<Double> decimal(String typed) {
        try {
            double number = new BigDecimal(typed.strip()).doubleValue();
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Integer> whole(String typed) {
        try {
            return Optional.of(Integer.valueOf(typed.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Optional<FieldProblem> decimalProblem(String field, String typed, String example) {
        return decimal(typed).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldProblem(field, texts.get("form.problem.number"), example));
    }

    Optional<FieldProblem> wholeProblem(String field, String typed, String example) {
        return whole(typed).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldProblem(field, texts.get("form.problem.whole-number"), example));
    }
}
