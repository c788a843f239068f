package io.jobdeck.scheduler.mesos.json;

import java.math.BigDecimal;
import java.math.MathContext;

/** Strings and floating point numbers in the form that Mesos' JSON writer gives them. */
final class ScalarText {

    private static final int SURELY_KEPT_DIGITS = 15;
    private static final int ENOUGH_DIGITS = 17;
    private static final int LONGEST_PLAIN_EXPONENT = 21;
    private static final int SHORTEST_PLAIN_EXPONENT = -6;

    void appendString(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            appendCharacter(text, value.charAt(i));
        }
        text.append('"');
    }

    private void appendCharacter(StringBuilder text, char character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (character < ' ') {
                    text.append("\\u%04X".formatted((int) character));
                } else {
                    text.append(character);
                }
            }
        }
    }

    /** Appends the fewest digits that read back as {@code value}, always with a decimal point or an exponent. */
    void appendDouble(StringBuilder text, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            text.append('"').append(value).append('"');
        } else if (value == 0) {
            text.append(1 / value < 0 ? "-0.0" : "0.0");
        } else {
            appendFinite(text, shortest(value));
        }
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SURELY_KEPT_DIGITS; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS)).stripTrailingZeros();
    }

    private static void appendFinite(StringBuilder text, BigDecimal value) {
        int exponent = value.precision() - value.scale();
        if (exponent > SHORTEST_PLAIN_EXPONENT && exponent <= LONGEST_PLAIN_EXPONENT) {
            String plain = value.toPlainString();
            text.append(plain).append(plain.indexOf('.') < 0 ? ".0" : "");
            return;
        }
        String digits = value.unscaledValue().abs().toString();
        text.append(value.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent - 1);
    }
}
