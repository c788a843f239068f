package io.jobdeck.desktop.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonScanTest {

    @Test
    void knowsWhereEachMemberOfTheOutermostObjectStands() {
        JsonScan scan = JsonScan.of("{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [true, null]\n  }\n}");

        assertThat(scan.fault()).isEmpty();
        assertThat(scan.lineOf("a")).hasValue(2);
        assertThat(scan.lineOf("b")).hasValue(3);
        assertThat(scan.lineOf("c")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``                      | EMPTY             | 1 | 1",
            "[1]                     | NO_OBJECT         | 1 | 1",
            "{\"a\" 1}               | COLON_MISSING     | 1 | 6",
            "{\"a\": }               | VALUE_MISSING     | 1 | 7",
            "{\"a\": 1 \"b\": 2}     | COMMA_MISSING     | 1 | 9",
            "{\"a\": 1,}             | COMMA_TOO_MANY    | 1 | 8",
            "{\"a\": [1,]}           | COMMA_TOO_MANY    | 1 | 9",
            "{\"a\": 1               | NOT_CLOSED        | 1 | 1",
            "{\"a\": [1}             | NOT_CLOSED        | 1 | 7",
            "{\"a\": 1} x            | SOMETHING_FOLLOWS | 1 | 10",
            "{\"a\": 1, \"a\": 2}    | NAME_TWICE        | 1 | 10",
            "{a: 1}                  | NAME_MISSING      | 1 | 2",
            "{\"a\": \"x}            | TEXT_WITHOUT_END  | 1 | 7",
            "{\"a\": \"\\q\"}        | BAD_ESCAPE        | 1 | 7",
            "{\"a\": 01}             | BAD_NUMBER        | 1 | 7",
            "{\"a\": yes}            | UNKNOWN_WORD      | 1 | 7"})
    void tellsTheFirstThingThatIsWrongAndWhere(String text, JsonFault.Kind kind, int line, int column) {
        assertThat(JsonScan.of(text).fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isEqualTo(column);
        });
    }

    @Test
    void countsLinesAndColumnsFromOne() {
        assertThat(JsonScan.of("{\n  \"a\": 1\n  \"b\": 2\n}").fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(JsonFault.Kind.COMMA_MISSING);
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo(3);
            assertThat(fault.found()).isEqualTo("\"b\"");
        });
    }

    @Test
    void cutsATextIntoPiecesAlsoWhenItIsNoJson() {
        assertThat(JsonScan.of("{\"a\": 1, tru").tokens()).extracting(JsonToken::kind).containsExactly(
                JsonToken.Kind.MARK, JsonToken.Kind.NAME, JsonToken.Kind.MARK, JsonToken.Kind.NUMBER, JsonToken.Kind.MARK,
                JsonToken.Kind.WORD);
    }
}
