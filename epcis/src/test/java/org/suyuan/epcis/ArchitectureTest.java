package org.suyuan.epcis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.suyuan.epcis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule identifiersAndUnitsKnowNeitherSpringNorJackson = noClasses()
            .that()
            .resideInAnyPackage("org.suyuan.epcis.gs1..", "org.suyuan.epcis.unit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "tools.jackson..", "com.fasterxml..");

    @ArchTest
    static final ArchRule identifiersDoNotKnowTheUnitsBuiltOnThem = noClasses()
            .that()
            .resideInAPackage("org.suyuan.epcis.gs1..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.suyuan.epcis.unit..");
}
