package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void holdsExceptionStackTraceAndCause() {
        String text = FailureText.of(new IllegalStateException("no stock", new ArithmeticException("by zero")));

        assertThat(text).startsWith("java.lang.IllegalStateException: no stock")
                .contains("at io.jobdeck.executor.internal.run.FailureTextTest")
                .contains("Caused by: java.lang.ArithmeticException: by zero");
    }

    @Test
    void aLongOneKeepsItsBeginningAndItsEnd() {
        String text = FailureText.of(new IllegalStateException("x".repeat(50_000), new ArithmeticException("root cause")));

        assertThat(text).hasSizeLessThanOrEqualTo(FailureText.LONGEST)
                .startsWith("java.lang.IllegalStateException: xxx")
                .contains("characters left out")
                .contains("Caused by: java.lang.ArithmeticException: root cause");
    }

    @Test
    void aScriptThatFailedHasNoStackTrace() {
        assertThat(FailureText.of(new ScriptFailedException("run ended with exit code 3")))
                .isEqualTo("run ended with exit code 3");
    }
}
