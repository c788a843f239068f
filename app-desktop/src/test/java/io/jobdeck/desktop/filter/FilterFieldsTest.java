package io.jobdeck.desktop.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.filter.FilterProblem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter grammar, as people meet it. */
class FilterFieldsTest {

    private final Line invoices = new Line("send-invoices", "billing", Set.of(Mood.ENABLED, Mood.RUNNING), 3, 5, "0/5 * * * * ?");
    private final Line payments = new Line("collect payments", "billing", Set.of(Mood.ENABLED, Mood.WAITING), 0, 640, "0 0/15 8-20 ? * MON-FRI");
    private final Line archive = new Line("archive-old-orders", "orders", Set.of(Mood.DISABLED), 0, 90_000, "");
    private final Line never = new Line("brand-new", "orders", Set.of(Mood.APP_DISABLED), null, null, "");

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "\"\""})
    void nothingAskedForIsEveryRow(String text) {
        assertThat(shown(text)).containsExactly(invoices, payments, archive, never);
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void wordsAreContainedInAnyTextInAnyCase() {
        assertThat(shown("BILL")).containsExactly(invoices, payments);
        assertThat(shown("mon-fri")).containsExactly(payments);
    }

    @Test
    void allTermsMustHold() {
        assertThat(shown("billing collect")).containsExactly(payments);
        assertThat(shown("billing archive")).isEmpty();
    }

    @Test
    void wordsInQuotesStandTogether() {
        assertThat(shown("\"collect payments\"")).containsExactly(payments);
        assertThat(shown("\"payments collect\"")).isEmpty();
        assertThat(shown("\"app:billing\"")).as("quoted, it is no field").isEmpty();
    }

    @Test
    void aMinusTurnsATermAround() {
        assertThat(shown("-billing")).containsExactly(archive, never);
        assertThat(shown("-app:billing")).containsExactly(archive, never);
        assertThat(shown("-\"collect payments\" billing")).containsExactly(invoices);
    }

    @Test
    void aFieldIsAskedForByName() {
        assertThat(shown("app:bill")).containsExactly(invoices, payments);
        assertThat(shown("name:bill")).isEmpty();
        assertThat(shown("APP:Billing")).containsExactly(invoices, payments);
        assertThat(shown("name:\"collect payments\"")).containsExactly(payments);
    }

    @Test
    void anEqualSignAsksForTheWholeText() {
        assertThat(shown("app=bill")).isEmpty();
        assertThat(shown("app=BILLING")).containsExactly(invoices, payments);
        assertThat(shown("cron=\"\"")).containsExactly(archive, never);
    }

    @Test
    void valuesWithCommasAreEither() {
        assertThat(shown("name:invoices,archive")).containsExactly(invoices, archive);
        assertThat(shown("name:\"collect payments\",archive")).containsExactly(payments, archive);
        assertThat(shown("running:0,3")).containsExactly(invoices, payments, archive);
    }

    @Test
    void theExampleOfTheGrammarWorks() {
        assertThat(shown("app:billing state:waiting age>10m -disabled")).containsExactly(payments);
    }

    @ParameterizedTest
    @CsvSource({"state:waiting", "state:WAITING", "state:wait", "state:等待", "状态:等待", "state:'等待中'"})
    void aConstantIsAskedForByItsNameOrItsWordInAnyLanguage(String text) {
        assertThat(shown(text)).containsExactly(payments);
    }

    @Test
    void aConstantOfSeveralWordsMayBeJoined() {
        assertThat(shown("state:app-disabled")).containsExactly(never);
        assertThat(shown("state:APP_DISABLED")).containsExactly(never);
        assertThat(shown("state:\"app disabled\"")).containsExactly(never);
        assertThat(shown("state:disabled")).as("whole words win over beginnings").containsExactly(archive);
    }

    @Test
    void wordsFindStatesThatAreSpoken() {
        assertThat(shown("disabled")).containsExactly(archive, never);
        assertThat(shown("-disabled")).containsExactly(invoices, payments);
        assertThat(shown("等待")).containsExactly(payments);
    }

    @ParameterizedTest
    @CsvSource({"running>=3,1", "running>3,0", "running<3,2", "running<=3,3", "running=0,2", "running:3,1", "running>2.5,1"})
    void numbersAreCompared(String text, int rows) {
        assertThat(shown(text)).hasSize(rows);
    }

    @Test
    void aRowWithoutTheNumberMeetsNoComparisonButItsOpposite() {
        assertThat(shown("running>=0")).doesNotContain(never);
        assertThat(shown("-running>=0")).containsExactly(never);
    }

    @ParameterizedTest
    @CsvSource({"age>10m,2", "age<10m,1", "age>1d,1", "age>1h30m,1", "age<5s,0", "age<=5s,1", "age>10分钟,2", "age>0.5h,1"})
    void agesAreComparedWithNow(String text, int rows) {
        assertThat(shown(text)).hasSize(rows);
    }

    @Test
    void whatPassesOnlyBecauseTimeGoesByIsKnown() {
        assertThat(compiled("age>10m").timed()).isTrue();
        assertThat(compiled("app:billing running>1").timed()).isFalse();
        assertThat(compiled("age>nonsense").timed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"since<2026-03-01,1", "since>2026-03-01,2", "since>11:55,1", "'since<\"2026-03-01 11:55\"',2",
            "since<2026-03-01T11:55,2"})
    void momentsAreComparedWithDatesAndTimesOfToday(String text, int rows) {
        assertThat(shown(text)).hasSize(rows);
    }

    @Test
    void fullWidthSignsOfAChineseKeyboardAreUnderstood() {
        assertThat(shown("app：billing　running＞2")).containsExactly(invoices);
        assertThat(shown("name：“collect payments”，archive")).containsExactly(payments, archive);
    }

    @Test
    void aTermThatCannotBeUnderstoodIsSaidAndTheOthersStillHold() {
        assertThat(shown("app:billing colour:red")).containsExactly(invoices, payments);
        assertThat(problems("app:billing colour:red")).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN_FIELD);
            assertThat(problem.details()).containsExactly("colour", "name, app, state, running, age, since, cron");
            assertThat("app:billing colour:red".substring(problem.from(), problem.to())).isEqualTo("colour:red");
        });
    }

    @ParameterizedTest
    @CsvSource({"state:sleepy,UNKNOWN_WORD", "running>many,NOT_A_NUMBER", "age>10,NOT_A_DURATION", "age>10x,NOT_A_DURATION",
            "age:10m,ONLY_COMPARABLE", "since>yesterday,NOT_A_TIME", "since>25:00,NOT_A_TIME", "app>a,NOT_COMPARABLE",
            "state<enabled,NOT_COMPARABLE", "'running>1,2',ONE_VALUE", "app:,NO_VALUE", "'app:,',NO_VALUE", "12a:30b,"})
    void whatIsWrongIsNamed(String text, Kind kind) {
        assertThat(problems(text)).extracting(FilterProblem::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void anUnknownConstantIsAnsweredWithTheKnownOnes() {
        assertThat(problems("state:sleepy").get(0).details())
                .containsExactly("state", "sleepy", "enabled, disabled, app-disabled, running, waiting");
    }

    private List<Line> shown(String text) {
        CompiledFilter<Line> compiled = compiled(text);
        return List.of(invoices, payments, archive, never).stream().filter(row -> compiled.test(row, Line.NOW)).toList();
    }

    private List<FilterProblem> problems(String text) {
        return compiled(text).problems();
    }

    private static CompiledFilter<Line> compiled(String text) {
        return Line.FIELDS.compile(text, Line.READING);
    }

    enum Mood {
        ENABLED, DISABLED, APP_DISABLED, RUNNING, WAITING
    }

    /** A row as any table has it. */
    record Line(String name, String app, Set<Mood> moods, Integer running, Integer secondsAgo, String cron) {

        static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
        static final Reading READING = new Reading(Line::words, ZoneOffset.UTC, () -> NOW);
        static final FilterFields<Line> FIELDS = FilterFields.<Line>none()
                .text("name", Line::name)
                .name("app", Line::app)
                .states("state", List.of(Mood.values()), Line::moods, mood -> "mood." + mood)
                .number("running", Line::running)
                .age("age", Line::since)
                .time("since", Line::since)
                .text("cron", Line::cron);

        Instant since() {
            return secondsAgo == null ? null : NOW.minus(Duration.ofSeconds(secondsAgo));
        }

        private static List<String> words(String key) {
            return switch (key) {
                case "mood.ENABLED" -> List.of("Enabled", "已启用");
                case "mood.DISABLED" -> List.of("Disabled", "已禁用");
                case "mood.APP_DISABLED" -> List.of("App disabled", "应用已禁用");
                case "mood.RUNNING" -> List.of("Running", "运行中");
                case "mood.WAITING" -> List.of("Waiting", "等待中");
                case "filter.field.state" -> List.of("State", "状态");
                default -> List.of(key.substring(key.lastIndexOf('.') + 1));
            };
        }
    }
}
