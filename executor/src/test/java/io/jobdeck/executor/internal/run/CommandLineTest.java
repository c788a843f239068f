package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void wordsEndAtBlanks() {
        assertThat(CommandLine.words("  bin/run.sh  --fast\t1 ")).containsExactly("bin/run.sh", "--fast", "1");
    }

    @Test
    void quotesKeepBlanksTogetherAndMayBePartOfAWord() {
        assertThat(CommandLine.words("run 'a b' \"c d\" --x='e f' ''")).containsExactly("run", "a b", "c d", "--x=e f", "");
    }

    @Test
    void aBackslashTakesTheNextCharacterExceptInSingleQuotes() {
        assertThat(CommandLine.words("run a\\ b \"c\\\"d\" 'e\\f' \\")).containsExactly("run", "a b", "c\"d", "e\\f", "\\");
    }

    @Test
    void nothingIsExpanded() {
        assertThat(CommandLine.words("run $HOME `date` * ~ {a,b} | x ; y"))
                .containsExactly("run", "$HOME", "`date`", "*", "~", "{a,b}", "|", "x", ";", "y");
    }

    @Test
    void anEmptyLineAndAnOpenQuoteAreRefused() {
        assertThatThrownBy(() -> CommandLine.words("  ")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> CommandLine.words("run 'a b")).hasMessageContaining("quote at character 5");
    }
}
