package io.jobdeck.desktop.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void fieldsThatDifferAreNamedWithTheirValuesInnerOnesByTheirPath() {
        List<FieldDifference> found = FieldDifference.between(
                JsonParser.parseString("{\"a\":1,\"b\":{\"c\":\"x\",\"d\":2},\"gone\":true}").getAsJsonObject(),
                JsonParser.parseString("{\"a\":1.0,\"b\":{\"c\":\"y\",\"d\":2},\"come\":[1]}").getAsJsonObject());

        assertThat(found).extracting(FieldDifference::path).containsExactly("b.c", "come", "gone");
        assertThat(found.get(0).before()).map(FieldDifference::text).contains("x");
        assertThat(found.get(0).after()).map(FieldDifference::text).contains("y");
        assertThat(found.get(1).before()).isEmpty();
        assertThat(found.get(2).after()).isEmpty();
    }

    @Test
    void linesThatDifferAreShownWithSomeAroundThemAndTheRestIsCounted() {
        String before = lines(1, 20);
        String after = before.replace("line 10\n", "line ten\n");

        List<DiffLine> diff = UnifiedDiff.between(before, after);

        assertThat(diff).extracting(line -> line.kind() + " " + line.text()).containsExactly("SKIPPED 6", "SAME line 7",
                "SAME line 8", "SAME line 9", "REMOVED line 10", "ADDED line ten", "SAME line 11", "SAME line 12",
                "SAME line 13", "SKIPPED 7");
        assertThat(diff.get(4).before()).isEqualTo(10);
        assertThat(diff.get(5).after()).isEqualTo(10);
        assertThat(diff.get(8).after()).isEqualTo(13);
    }

    @Test
    void whatIsTheSameHasNoLines() {
        assertThat(UnifiedDiff.between(lines(1, 5), lines(1, 5))).isEmpty();
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(number -> "line " + number + "\n").collect(Collectors.joining());
    }
}
