package dev.holdfast.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.Slice;
import java.time.Instant;
import java.time.LocalDate;

/** The floor plan of docs/ARCHITECTURE.md, enforced. */
@AnalyzeClasses(
        packages = "dev.holdfast",
        importOptions = {ImportOption.DoNotIncludeTests.class, NoTestClasses.class})
class ArchitectureTest {
    private static final String[] CAPABILITIES = {
        "dev.holdfast.git..", "dev.holdfast.rls..", "dev.holdfast.secrets.."
    };

    @ArchTest
    static final ArchRule coreKnowsNobodyAbove =
            noClasses()
                    .that()
                    .resideInAPackage("dev.holdfast.core..")
                    .should()
                    .dependOnClassesThat(
                            new DescribedPredicate<JavaClass>("belong to a floor above core") {
                                @Override
                                public boolean test(JavaClass each) {
                                    return each.getPackageName().startsWith("dev.holdfast.")
                                            && !each.getPackageName()
                                                    .startsWith("dev.holdfast.core");
                                }
                            });

    @ArchTest
    static final ArchRule capabilitiesKnowOnlyCore =
            slices().matching("dev.holdfast.(*)..")
                    .that(
                            new DescribedPredicate<Slice>("are capabilities") {
                                @Override
                                public boolean test(Slice slice) {
                                    String name = slice.getNamePart(1);
                                    return !name.equals("core")
                                            && !name.equals("commands")
                                            && !name.equals("cli");
                                }
                            })
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule capabilitiesKnowNoCommand =
            noClasses()
                    .that()
                    .resideInAnyPackage(CAPABILITIES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.holdfast.commands..", "dev.holdfast.cli..");

    @ArchTest
    static final ArchRule templatesKnowNobody =
            noClasses()
                    .that()
                    .resideInAPackage("dev.holdfast.templates..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.holdfast.core..",
                            "dev.holdfast.git..",
                            "dev.holdfast.secrets..",
                            "dev.holdfast.commands..",
                            "dev.holdfast.cli..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule commandsKnowNotTheirCaller =
            noClasses()
                    .that()
                    .resideInAPackage("dev.holdfast.commands..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.holdfast.cli..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.holdfast.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule picocliStaysInCommandsAndCli =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.holdfast.commands..", "dev.holdfast.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule jgitStaysInGit =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.holdfast.git..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.eclipse.jgit..", "org.slf4j..");

    @ArchTest
    static final ArchRule yamlParserStaysInCoreYaml =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.holdfast.core.yaml..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule archiveReadersStayWithArchives =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.holdfast.secrets.archive..", "dev.holdfast.rls.server.programs..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.commons..", "org.tukaani..");

    @ArchTest
    static final ArchRule onlyTheFrontDoorTouchesTheProcess =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.holdfast.cli.Main")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .callMethod(System.class, "exit", int.class)
                    .orShould()
                    .callMethod(System.class, "getenv")
                    .orShould()
                    .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule checksAskTheirContextForTheTime =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.holdfast.core..", "dev.holdfast.secrets..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothingLogs =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule noStaticState =
            fields().that()
                    .areStatic()
                    .and(
                            new DescribedPredicate<JavaField>("are not made by the compiler") {
                                @Override
                                public boolean test(JavaField field) {
                                    return !field.getName().startsWith("$");
                                }
                            })
                    .should()
                    .beFinal();

    @ArchTest
    static final ArchRule namesSaySomething =
            noClasses()
                    .that()
                    // What npm, pnpm and their like are called.
                    .doNotHaveSimpleName("PackageManager")
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .should(
                            new ArchCondition<JavaClass>("lie in a package that is @NullMarked") {
                                @Override
                                public void check(JavaClass each, ConditionEvents events) {
                                    boolean marked =
                                            each.getPackage()
                                                    .isAnnotatedWith(
                                                            "org.jspecify.annotations.NullMarked");
                                    events.add(
                                            new SimpleConditionEvent(
                                                    each,
                                                    marked,
                                                    each.getPackageName()
                                                            + (marked ? " is" : " is not")
                                                            + " @NullMarked"));
                                }
                            });
}
