package io.jobdeck.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

    private final List<String> done = new ArrayList<>();
    private final PaletteModel model = new PaletteModel(List.of(
            entry(PaletteEntry.Kind.JOB, "Go to invoices", "invoices", ""),
            entry(PaletteEntry.Kind.COMMAND, "Dark theme", "menu.view.dark", ""),
            entry(PaletteEntry.Kind.ACTION, "Register job", "job.register", ""),
            entry(PaletteEntry.Kind.SELECTION, "Enable", "job.enable", "invoices is enabled."),
            entry(PaletteEntry.Kind.SELECTION, "Disable", "job.disable", ""),
            entry(PaletteEntry.Kind.JOB, "Go to in-vitro", "in-vitro", "")));

    @Test
    void withNothingTypedWhatIsSelectedComesFirstAndWhatCannotBeDoneLast() {
        assertThat(found()).containsExactly("Disable", "Register job", "Dark theme", "Enable");
        assertThat(model.chosenProperty().get()).map(PaletteEntry::text).contains("Disable");
    }

    @Test
    void lettersInOrderAreEnoughAndBeginningsOfWordsCountMost() {
        model.queryProperty().set("rj");

        assertThat(found()).containsExactly("Register job");

        model.queryProperty().set("inv");
        assertThat(found()).startsWith("Go to invoices", "Go to in-vitro");
    }

    @Test
    void anActionIsFoundByItsIdInAnyLanguage() {
        model.queryProperty().set("job.dis");

        assertThat(found()).contains("Disable");
    }

    @Test
    void theWholeNameOfAJobMeansTheJob() {
        model.queryProperty().set("in-vitro");

        assertThat(found().get(0)).isEqualTo("Go to in-vitro");
    }

    @Test
    void whatCannotBeDoneIsShownWithItsReasonAndNotDone() {
        model.queryProperty().set("enable");

        assertThat(model.found().get(0).reason()).isEqualTo("invoices is enabled.");
        assertThat(model.accept()).isEmpty();
    }

    @Test
    void theKeysMoveThroughTheListAndStopAtItsEnds() {
        model.move(1);
        assertThat(model.accept()).map(PaletteEntry::text).contains("Register job");
        model.move(-5);
        assertThat(model.accept()).map(PaletteEntry::text).contains("Disable");
    }

    @Test
    void nothingFoundMeansNothingToDo() {
        model.queryProperty().set("zzz");

        assertThat(model.found()).isEmpty();
        assertThat(model.accept()).isEmpty();
        model.move(1);
        assertThat(model.chosenProperty().get()).isEmpty();
    }

    @Test
    void tenThousandJobsAreSearchedWithoutAPerson() {
        PaletteModel large = new PaletteModel(IntStream.range(0, 10_000)
                .mapToObj(i -> entry(PaletteEntry.Kind.JOB, "Go to job-" + i, "job-" + i, "")).toList());

        large.queryProperty().set("job 9999");

        assertThat(large.found().get(0).text()).isEqualTo("Go to job-9999");
        assertThat(large.found()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void theSheetHasEveryShortcutOfEveryActionInBothLanguages() {
        for (Language language : Language.values()) {
            List<ShortcutSheet.Line> lines = Shortcuts.ofActions(new Texts(language)).stream()
                    .flatMap(group -> group.lines().stream()).toList();

            assertThat(lines).hasSize((int) Arrays.stream(ActionFace.values())
                    .filter(face -> face.shortcut().isPresent()).count());
            assertThat(lines).allSatisfy(line -> assertThat(line.name()).isNotBlank().doesNotEndWith("…"));
        }
    }

    @Test
    void noTwoActionsOfOneScopeHaveTheSameShortcut() {
        assertThat(Arrays.stream(ActionFace.values()).filter(face -> face.shortcut().isPresent())
                .map(face -> face.scope() + " " + face.shortcut().get())).doesNotHaveDuplicates();
    }

    private PaletteEntry entry(PaletteEntry.Kind kind, String text, String word, String reason) {
        return new PaletteEntry(kind, text, "", List.of(word), new PaletteEntry.Look("fth-zap", ""), reason,
                () -> done.add(text));
    }

    private List<String> found() {
        return model.found().stream().map(PaletteEntry::text).toList();
    }
}
