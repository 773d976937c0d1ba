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

    /** Outsiders must be able to parse, hash and compare events without our server. */
    @ArchTest
    static final ArchRule theModuleKnowsNoFramework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "tools.jackson.databind..", "com.fasterxml..", "java.sql..");

    @ArchTest
    static final ArchRule onlyTheCodecKnowsAJsonLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("org.suyuan.epcis.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule theModelKnowsNeitherItsSyntaxNorItsHash = noClasses()
            .that()
            .resideInAPackage("org.suyuan.epcis.event")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.suyuan.epcis.json", "org.suyuan.epcis.hash");
}
