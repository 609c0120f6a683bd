package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.core.gate.GateRules;
import dev.holdfast.core.gate.UnknownRule;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {
    private static final String CHAIN =
            """
            gate: {block: [critical], unknown: warn, requireChecks: [repo.licence]}
            environments:
              base: {gate: {block: [critical, high]}}
              staging: {inherits: base, gate: {unknown: block}}
              production: {inherits: staging, gate: {requireChecks: [secrets.bundle]}}
              empty: {}
            """;

    @TempDir private Path folder;
    private Policies policies;

    @BeforeEach
    void start() {
        policies = new Policies(folder);
    }

    @Test
    void everyPartOfTheGateComesFromTheNearestThatSaysIt() {
        Policy policy = policies.read(CHAIN);
        assertEquals(
                new GateRules(
                        "production",
                        Set.of(Severity.CRITICAL, Severity.HIGH),
                        UnknownRule.BLOCK,
                        Set.of(new CheckId("secrets.bundle"))),
                policy.gate(Optional.of("production")));
        assertEquals(
                new GateRules(
                        "staging",
                        Set.of(Severity.CRITICAL, Severity.HIGH),
                        UnknownRule.BLOCK,
                        Set.of(new CheckId("repo.licence"))),
                policy.gate(Optional.of("staging")));
        GateRules top =
                new GateRules(
                        "default",
                        Set.of(Severity.CRITICAL),
                        UnknownRule.WARN,
                        Set.of(new CheckId("repo.licence")));
        assertEquals(top, policy.gate(Optional.empty()));
        assertEquals(
                new GateRules("empty", top.block(), top.unknown(), top.requireChecks()),
                policy.gate(Optional.of("empty")));
    }

    @Test
    void emptyListIsSaidAndNotInherited() {
        Policy policy =
                policies.read(
                        "environments: {a: {gate: {block: []}}, b: {inherits: a, gate: {}}}\n");
        assertEquals(Set.of(), policy.gate(Optional.of("b")).block());
    }

    @Test
    void gateWithoutAnyWordBlocksCriticalHighAndUnknown() {
        assertEquals(
                new GateRules(
                        "default",
                        Set.of(Severity.CRITICAL, Severity.HIGH),
                        UnknownRule.BLOCK,
                        Set.of()),
                policies.read("").gate(Optional.empty()));
    }

    @Test
    void unknownEnvironmentIsRefusedWithTheNamesThereAre() {
        Policy policy = policies.read(CHAIN);
        UserProblem problem =
                assertThrows(UserProblem.class, () -> policy.gate(Optional.of("prod")));
        assertEquals("there is no environment 'prod' in holdfast.yaml", problem.what());
        assertEquals(
                "did you mean 'production'? the policy has base, staging, production, empty",
                problem.hint());
        Policy none = policies.read("");
        assertEquals(
                "the policy has no environments",
                assertThrows(UserProblem.class, () -> none.gate(Optional.of("prod"))).hint());
    }

    @Test
    void environmentOfAnExtendedFileCanBeInheritedAndChanged() {
        policies.with("org.yaml", "environments: {base: {gate: {unknown: warn}}}\n");
        Policy policy =
                policies.read(
                        "extends: ["
                                + policies.pinned("org.yaml")
                                + "]\nenvironments: {live: {inherits: base}, base: {gate: {block:"
                                + " []}}}\n");
        assertEquals(List.of("base", "live"), policy.environments());
        assertEquals(
                new GateRules("live", Set.of(), UnknownRule.WARN, Set.of()),
                policy.gate(Optional.of("live")));
    }

    @Test
    void circleThroughAnExtendedFileIsRefused() {
        policies.with("org.yaml", "environments: {a: {inherits: b}, b: {}}\n");
        assertEquals(
                List.of(
                        "holdfast.yaml:2:10: environments inherit each other in a circle:"
                                + " a -> b -> a (set by org.yaml:2:30)",
                        "holdfast.yaml:3:30: environments inherit each other in a circle:"
                                + " b -> a -> b"),
                policies.problems(
                        "extends: ["
                                + policies.pinned("org.yaml")
                                + "]\nenvironments: {b: {inherits: a}}\n"));
    }
}
