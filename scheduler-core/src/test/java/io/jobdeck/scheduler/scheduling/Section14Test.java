package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where every defect of spec section 14 that is not in {@link Section14QueuesTest} (14.2 to 14.7, 14.13) or
 * {@link Section14TasksTest} (14.1.5, 14.1.6, 14.8, 14.9) is shown absent. Each test named here is looked up, so that the
 * table cannot go stale.
 *
 * <table>
 * <caption>Not shown in this version, since it does not have what they are about</caption>
 * <tr><td>14.9</td><td>idle executors keep cpu and memory: they do here as well, until their app is deregistered or
 *     changed</td></tr>
 * <tr><td>14.10</td><td>handlers ignored, misfire not transported, RDB password in ExecutorInfo: Jobdeck's executor has no
 *     handlers and no database of its own</td></tr>
 * <tr><td>14.11</td><td>RDB: event traces and statistics are not part of this version</td></tr>
 * <tr><td>14.12</td><td>HTML injection, SQL by concatenation: there is neither a web page nor SQL</td></tr>
 * </table>
 */
class Section14Test {

    private static final String REGISTRY = "io.jobdeck.scheduler.registry.";
    private static final String REST = "io.jobdeck.scheduler.rest.";
    private static final String LAUNCHING = "io.jobdeck.scheduler.scheduling.";

    @TestFactory
    Stream<DynamicTest> everyDefectHasATestThatShowsItAbsent() {
        return Stream.of(
                shown("14.1.1 the stop path is skipped on suspension or expiry", REGISTRY + "ElectionIT",
                        "throughRestartsOfTheServerEveryLeadIsEndedOnceAndWritesOfTwoNeverMix"),
                shown("14.1.1 two leaders act after an expiry", REGISTRY + "ElectionIT",
                        "anExpiredSessionDeposesOnceAndTheNextElectionComesAfterIt"),
                shown("14.1.3 a stop races with the interrupt", REGISTRY + "ElectionIT",
                        "closingAStandbyLeavesTheQueueWithoutHavingLed"),
                shown("14.1.4 start-up failure loops", REGISTRY + "ElectionIT",
                        "aCandidateThatCannotStartIsStoppedAndStandsAgain"),
                shown("14.12 REST is open to anyone", REST + "SecuredRestIT",
                        "withoutCredentialsNothingIsShownAndTheAnswerSaysWhatIsNeeded"),
                shown("14.12 the guest is only cosmetic", REST + "SecuredRestIT", "eachRoleMayDoItsPart"),
                shown("14.12 default passwords", "io.jobdeck.scheduler.access.AccountCommandsTest",
                        "anAccountWithAPasswordIsAddedAndLetsIn"),
                shown("14.12 stack traces to clients", REST + "RestServerIT",
                        "whatIsWrongIsAnsweredInOneLineWithItsStatus"),
                shown("14.9 resources sized from one entry and copied from another", LAUNCHING + "PlacementTest", ""));
    }

    private static DynamicTest shown(String defect, String test, String method) {
        return DynamicTest.dynamicTest(defect, () -> {
            Class<?> type = Class.forName(test, false, Section14Test.class.getClassLoader());
            assertThat(Arrays.stream(type.getDeclaredMethods()).map(found -> found.getName()))
                    .as("tests of %s", type.getSimpleName())
                    .anyMatch(name -> method.isEmpty() || name.equals(method));
        });
    }
}
