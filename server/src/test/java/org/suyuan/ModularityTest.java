package org.suyuan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The house's own building code (design §2, STYLE.md): who may know whom. */
class ModularityTest {
    /** Levels of docs/architecture.md; a module may use only modules below its own level. */
    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("shared", 0),
            Map.entry("postgres", 0),
            Map.entry("audit", 1),
            Map.entry("files", 1),
            Map.entry("deadlines", 1),
            Map.entry("registry", 1),
            Map.entry("knowledge", 1),
            Map.entry("transparency", 1),
            Map.entry("events", 2),
            Map.entry("credit", 2),
            Map.entry("organisations", 2),
            Map.entry("desk", 2),
            Map.entry("identity", 3),
            Map.entry("codes", 3),
            Map.entry("trace", 3),
            Map.entry("cases", 3),
            Map.entry("risk", 4),
            Map.entry("recall", 4),
            Map.entry("inspection", 5),
            Map.entry("complaints", 5),
            Map.entry("ledger", 5),
            Map.entry("exchange", 6),
            Map.entry("portal", 6),
            Map.entry("demo", 7));

    /** Our own, but no modules of the platform: outsiders use them without it. */
    private static final String[] LIBRARIES = {"org.suyuan.epcis..", "org.suyuan.tlog.."};

    private static final JavaClasses CODE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("org.suyuan");

    @Test
    void modules_use_only_what_they_declare_and_form_no_cycle() {
        ApplicationModules.of(Suyuan.class, resideInAnyPackage(LIBRARIES)).verify();
    }

    @Test
    void dependencies_point_down_only() {
        classes()
                .that()
                .resideInAPackage("org.suyuan.*..")
                .should(dependOnlyOnLowerLevels())
                .check(CODE);
    }

    @Test
    void stores_and_controllers_are_package_private() {
        classes()
                .that()
                .resideInAnyPackage("org.suyuan.*.store..", "org.suyuan.*.web..")
                .and()
                .resideOutsideOfPackage("org.suyuan.shared.web..")
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void the_graph_core_knows_neither_spring_nor_sql() {
        noClasses()
                .that()
                .resideInAPackage("org.suyuan.trace")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "org.postgresql..")
                .check(CODE);
    }

    /** Identity is imported by nobody and keeps its few tables beside their rules; requests once answered are the web's own. */
    @Test
    void only_stores_speak_sql() {
        noClasses()
                .that()
                .resideInAPackage("org.suyuan..")
                .and()
                .resideOutsideOfPackages(
                        "org.suyuan.*.store..",
                        "org.suyuan.*.job..",
                        "org.suyuan.postgres..",
                        "org.suyuan.identity..",
                        "org.suyuan.shared.web..",
                        "org.suyuan.shared.wall..",
                        "org.suyuan.benchmarks..")
                .and()
                .areNotAnnotatedWith("org.springframework.context.annotation.Configuration")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc.core..", "java.sql..", "org.postgresql..")
                .check(CODE);
    }

    private static ArchCondition<JavaClass> dependOnlyOnLowerLevels() {
        return new ArchCondition<>("depend only on modules of a lower level") {
            @Override
            public void check(JavaClass source, ConditionEvents events) {
                String own = module(source);
                source.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String other = module(dependency.getTargetClass());
                    if (!other.isEmpty() && !other.equals(own) && level(other) >= level(own)) {
                        events.add(SimpleConditionEvent.violated(source, dependency.getDescription()));
                    }
                });
            }
        };
    }

    private static int level(String module) {
        Integer level = LEVELS.get(module);
        if (level == null) {
            throw new AssertionError(
                    "module " + module + " has no level; give it one here and in docs/architecture.md");
        }
        return level;
    }

    private static String module(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith("org.suyuan.")
                || name.startsWith("org.suyuan.epcis")
                || name.startsWith("org.suyuan.tlog")) {
            return "";
        }
        String rest = name.substring("org.suyuan.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /** A stream of rows holds a connection until it is closed; a list does not. */
    @Test
    void a_stream_of_rows_is_closed_or_handed_on_where_it_is_opened() {
        noMethods()
                .that()
                .doNotHaveRawReturnType(Stream.class)
                .should(openAStreamOfRows())
                .check(CODE);
    }

    private static ArchCondition<JavaMethod> openAStreamOfRows() {
        return new ArchCondition<>("open a stream of rows") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean closes = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("close")
                                && call.getTargetOwner().isAssignableTo(AutoCloseable.class));
                if (closes) {
                    return;
                }
                for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
                    boolean opens = call.getTargetOwner().isAssignableTo(JdbcClient.MappedQuerySpec.class)
                            && call.getName().equals("stream");
                    if (opens) {
                        events.add(SimpleConditionEvent.satisfied(method, call.getDescription()));
                    }
                }
            }
        };
    }
}
