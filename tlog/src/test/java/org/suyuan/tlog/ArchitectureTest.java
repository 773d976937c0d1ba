package org.suyuan.tlog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses tlog = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.suyuan.tlog");

    @Test
    void the_log_needs_nothing_but_the_jdk_so_that_no_spring_stands_between_a_reader_and_a_proof() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.suyuan.tlog", "java..", "org.jspecify..")
                .check(tlog);
    }
}
