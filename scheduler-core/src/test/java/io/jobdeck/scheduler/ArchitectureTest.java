package io.jobdeck.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.jobdeck.scheduler.scheduling.Census;
import io.jobdeck.scheduler.scheduling.Instruments;
import io.jobdeck.scheduler.scheduling.SchedulingLoop;
import io.jobdeck.scheduler.scheduling.SchedulingOptions;

/** What may know what. */
@AnalyzeClasses(packages = "io.jobdeck", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_THE_REGISTRY_KNOWS_CURATOR = noClasses()
            .that().resideOutsideOfPackage("io.jobdeck.scheduler.registry..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.curator..");

    @ArchTest
    static final ArchRule FEW_KNOW_ZOOKEEPER = noClasses()
            .that().resideOutsideOfPackages("io.jobdeck.scheduler.registry..",
                    "io.jobdeck.scheduler.embedded.zookeeper..", "io.jobdeck.scheduler.mesos.master..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.zookeeper..");

    @ArchTest
    static final ArchRule THE_SCHEDULER_HAS_NO_WINDOW = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "io.jobdeck.desktop..");

    @ArchTest
    static final ArchRule THE_EXECUTOR_NEEDS_LITTLE_SINCE_EVERY_APP_BUNDLES_IT = classes()
            .that().resideInAPackage("io.jobdeck.executor..")
            .should().onlyDependOnClassesThat().resideInAnyPackage(
                    "java..", "io.jobdeck.executor..", "com.google.gson..", "org.quartz..", "org.slf4j..");

    @ArchTest
    static final ArchRule THE_INSIDE_OF_THE_EXECUTOR_IS_ITS_OWN = noClasses()
            .that().resideOutsideOfPackage("io.jobdeck.executor..")
            .should().dependOnClassesThat().resideInAPackage("io.jobdeck.executor.internal..");

    @ArchTest
    static final ArchRule THE_MODEL_STANDS_ALONE = noClasses()
            .that().resideInAPackage("io.jobdeck.scheduler.model..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache..", "com.google.protobuf..", "io.javalin..", "org.quartz..");

    @ArchTest
    static final ArchRule ONLY_THE_LOOP_TOUCHES_THE_SCHEDULING_STATE = classes()
            .that().resideInAPackage("io.jobdeck.scheduler.scheduling")
            .and().doNotBelongToAnyOf(SchedulingLoop.class, SchedulingOptions.class, Instruments.class, Census.class)
            .should().notBePublic();

    @ArchTest
    static final ArchRule ONLY_THE_COMPOSITION_KNOWS_THE_EMBEDDED_CLUSTER = noClasses()
            .that().resideOutsideOfPackages("io.jobdeck.scheduler", "io.jobdeck.scheduler.embedded..")
            .should().dependOnClassesThat().resideInAPackage("io.jobdeck.scheduler.embedded..");

    @ArchTest
    static final ArchRule ONLY_REST_SPEAKS_JAVALIN = noClasses()
            .that().resideOutsideOfPackage("io.jobdeck.scheduler.rest..")
            .should().dependOnClassesThat().resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule ONLY_PROGRAMS_WRITE_TO_THE_TERMINAL = noClasses()
            .that().doNotHaveSimpleName("SchedulerProgram").and().doNotHaveSimpleName("JobdeckExecutor")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule NOTHING_IS_STATIC_AND_CHANGES = noFields()
            .that().areStatic().should().notBeFinal();
}
