package dev.holdfast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Holds every module to the arrows in its package-info, which are those of ARCHITECTURE.md. */
class BoundariesTest {

    private static final String ROOT = "dev.holdfast";
    /** Jars of their own, which know nothing of Modulith. */
    private static final Set<String> LIBRARIES = Set.of("planner", "simulator");

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void modules_use_each_other_only_along_their_arrows() {
        ApplicationModules.of(ROOT).verify();
    }

    @Test
    void every_module_states_its_arrows() {
        assertThat(modulesWith(false))
                .as("packages under %s without @ApplicationModule(allowedDependencies = …) in package-info", ROOT)
                .isEmpty();
        assertThat(modulesWith(true)).contains("cli", "planfile");
    }

    @Test
    void the_planner_depends_on_nothing_but_java_and_its_null_marks() {
        classes()
                .that()
                .resideInAPackage("dev.holdfast.planner..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.holdfast.planner..")
                .check(PROGRAM);
    }

    @Test
    void the_program_never_sees_the_simulator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.holdfast.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.holdfast.simulator..")
                .check(PROGRAM);
    }

    @Test
    void nothing_uses_the_commands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.holdfast.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.holdfast.cli..")
                .check(PROGRAM);
    }

    private static Set<String> modulesWith(boolean arrows) {
        return PROGRAM.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT + "."))
                .map(type -> type.getPackageName().substring(ROOT.length() + 1).split("\\.", 2)[0])
                .filter(module -> !LIBRARIES.contains(module) && statesArrows(module) == arrows)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Asked of the loaded class, as Modulith does: a second package-info in the tests would come before it and hide the
     * arrows. An annotation that leaves them out allows them all.
     */
    private static boolean statesArrows(String module) {
        return PROGRAM.stream()
                .filter(type -> type.getName().equals(ROOT + "." + module + ".package-info"))
                .flatMap(type -> Stream.ofNullable(type.reflect().getAnnotation(ApplicationModule.class)))
                .map(ApplicationModule::allowedDependencies)
                .anyMatch(allowed -> !Set.of(allowed).contains(ApplicationModule.OPEN_TOKEN));
    }
}
