package io.jobdeck.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
    static final ArchRule THE_EXECUTOR_DOES_NOT_KNOW_THE_SCHEDULER = noClasses()
            .that().resideInAPackage("io.jobdeck.executor..")
            .should().dependOnClassesThat().resideInAPackage("io.jobdeck.scheduler..");

    @ArchTest
    static final ArchRule THE_MODEL_STANDS_ALONE = noClasses()
            .that().resideInAPackage("io.jobdeck.scheduler.model..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache..", "com.google.protobuf..", "io.javalin..", "org.quartz..");
}
