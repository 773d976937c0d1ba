package org.suyuan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house's one structural rule: dependencies point down only (docs/architecture.md). */
class ModulesTests {
    @Test
    void modules_depend_only_on_what_lies_below_them() {
        // The two pure libraries lie below all modules and know none of them; their Maven modules see to that.
        ApplicationModules.of(Suyuan.class, resideInAnyPackage("org.suyuan.epcis..", "org.suyuan.tlog.."))
                .verify();
    }
}
