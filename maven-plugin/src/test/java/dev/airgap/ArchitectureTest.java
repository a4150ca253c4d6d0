package dev.airgap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** Holds the directions between the rooms, so that a newcomer can trust the picture in the design. */
@AnalyzeClasses(
        packages = "dev.airgap",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTheTestKit.class})
final class ArchitectureTest {

    private static final String[] MAVEN = {"org.apache.maven..", "org.eclipse.aether..", "javax.inject.."};
    private static final String[] HTTP = {"okhttp3..", "java.net.http..", "dev.airgap.http.."};

    @ArchTest
    static final ArchRule only_the_goals_see_maven = noClasses()
            .that()
            .resideOutsideOfPackage("dev.airgap.mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MAVEN);

    @ArchTest
    static final ArchRule the_core_knows_no_http = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.airgap.python..",
                    "dev.airgap.resolve..",
                    "dev.airgap.lock..",
                    "dev.airgap.input..",
                    "dev.airgap.bundle..",
                    "dev.airgap.hub.format..",
                    "dev.airgap.hub.loader..",
                    "dev.airgap.fault..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP);

    @ArchTest
    static final ArchRule values_know_nobody = noClasses()
            .that()
            .resideInAPackage("dev.airgap.python..")
            .should()
            .dependOnClassesThat(inOtherRoomsThan("dev.airgap.python", "dev.airgap.fault"));

    @ArchTest
    static final ArchRule the_solver_knows_values_alone = noClasses()
            .that()
            .resideInAPackage("dev.airgap.resolve..")
            .should()
            .dependOnClassesThat(inOtherRoomsThan("dev.airgap.resolve", "dev.airgap.python", "dev.airgap.fault"));

    @ArchTest
    static final ArchRule the_bundle_stands_alone = noClasses()
            .that()
            .resideInAPackage("dev.airgap.bundle..")
            .should()
            .dependOnClassesThat(inOtherRoomsThan("dev.airgap.bundle", "dev.airgap.fault"));

    @ArchTest
    static final ArchRule the_lock_knows_values_and_pins = noClasses()
            .that()
            .resideInAPackage("dev.airgap.lock..")
            .should()
            .dependOnClassesThat(
                    inOtherRoomsThan("dev.airgap.lock", "dev.airgap.resolve", "dev.airgap.python", "dev.airgap.fault"));

    @ArchTest
    static final ArchRule headers_are_read_from_files_alone = noClasses()
            .that()
            .resideInAPackage("dev.airgap.hub.format..")
            .should()
            .dependOnClassesThat(inOtherRoomsThan("dev.airgap.hub", "dev.airgap.fault"));

    @ArchTest
    static final ArchRule snapshots_are_judged_by_files_and_pins_alone = noClasses()
            .that()
            .resideInAPackage("dev.airgap.hub.loader..")
            .should()
            .dependOnClassesThat(inOtherRoomsThan("dev.airgap.hub", "dev.airgap.lock", "dev.airgap.fault"));

    @ArchTest
    static final ArchRule nobody_knows_the_goals = noClasses()
            .that()
            .resideOutsideOfPackages("dev.airgap.mojo..", "dev.airgap.goal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.airgap.mojo..", "dev.airgap.goal..");

    @ArchTest
    static final ArchRule the_use_cases_know_no_mojo = noClasses()
            .that()
            .resideInAPackage("dev.airgap.goal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.airgap.mojo..");

    @ArchTest
    static final ArchRule nothing_prints = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule statics_never_change = fields().that()
            .areStatic()
            .and()
            .areNotFinal()
            .should()
            .notBeStatic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_sets_system_properties =
            noClasses().should().callMethod(System.class, "setProperty", String.class, String.class);

    /** Leaves the test kit out, which is on the same class path and may print. */
    static final class WithoutTheTestKit implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/dev/airgap/testkit/");
        }
    }

    private static DescribedPredicate<JavaClass> inOtherRoomsThan(String... allowed) {
        return DescribedPredicate.describe("are in other rooms than " + String.join(", ", allowed), type -> {
            if (!type.getPackageName().startsWith("dev.airgap")) {
                return false;
            }
            for (String room : allowed) {
                if (type.getPackageName().equals(room) || type.getPackageName().startsWith(room + ".")) {
                    return false;
                }
            }
            return true;
        });
    }
}
