package io.switchboard.gateway.channel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Adding a channel is adding a package: nothing else knows any of them. */
class ChannelSeamTest {
    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.switchboard.gateway");

    @Test
    void nothingOutsideAChannelKnowsAChannel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..gateway.channel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..gateway.channel..")
                .check(gateway);
    }

    @Test
    void noChannelKnowsAnother() {
        slices().matching("..gateway.channel.(*)..")
                .should()
                .notDependOnEachOther()
                .check(gateway);
    }
}
