package io.switchboard.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ShapeTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.switchboard.profile");

    @Test
    void featuresDoNotNeedEachOtherInCircles() {
        slices().matching("io.switchboard.profile.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theDatabaseIsEnteredThroughATenantsTransaction() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..tenancy..")
                // The list of centres is nobody's, and so is the order that indexes are in.
                .and()
                .haveSimpleNameNotStartingWith("LedgerGauges")
                .and()
                .doNotHaveSimpleName("TidyIndexes")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Mutiny.SessionFactory.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheDoorsKnowKafkaAndHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("..api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .check(CLASSES);
    }
}
