package io.jobdeck.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

@AnalyzeClasses(packages = "io.jobdeck.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_THE_BRIDGE_HOPS_TO_THE_INTERFACE_THREAD = noClasses()
            .that().resideOutsideOfPackage("io.jobdeck.desktop.bridge")
            .should().callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule CURATOR_STAYS_BEHIND_THE_LIVE_TREE = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.curator..", "org.apache.zookeeper..");

    @ArchTest
    static final ArchRule FOLD_AND_FILTER_NEED_NO_TOOLKIT = noClasses()
            .that().resideInAnyPackage("io.jobdeck.desktop.fold", "io.jobdeck.desktop.filter")
            .should().dependOnClassesThat().resideInAPackage("javafx..");

    @ArchTest
    static final ArchRule WHAT_VIEWS_SHOW_NEEDS_NO_WINDOW = noClasses()
            .that().haveSimpleNameEndingWith("Model").or().haveSimpleNameEndingWith("Row")
            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..");

    @ArchTest
    static final ArchRule VIEWS_DO_NOT_KNOW_THE_WINDOW_THEY_STAND_IN = noClasses()
            .that().resideInAnyPackage("..fold..", "..table..", "..view..", "..jobs..", "..apps..", "..queues..")
            .should().dependOnClassesThat().resideInAnyPackage("io.jobdeck.desktop.window", "io.jobdeck.desktop.start");

    @ArchTest
    static final ArchRule VIEWS_KNOW_NO_OPERATIONS = noClasses()
            .that().resideInAnyPackage("..table..", "..view..", "..jobs..", "..apps..", "..queues..", "..window..")
            .should().dependOnClassesThat().haveSimpleName("SchedulerOperations");

    @ArchTest
    static final ArchRule THE_SCHEDULING_STATE_IS_OUT_OF_REACH = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage(
                    "io.jobdeck.scheduler.scheduling..", "io.jobdeck.scheduler.mesos..", "io.jobdeck.executor.internal..",
                    "org.apache.mesos..");

    @ArchTest
    static final ArchRule ONLY_THE_PROGRAM_WRITES_TO_THE_TERMINAL = noClasses()
            .that().doNotHaveSimpleName("DesktopProgram").and().doNotHaveSimpleName("ConsoleProgram")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule NOTHING_IS_STATIC_AND_CHANGES = noFields()
            .that().areStatic().should().notBeFinal();
}
