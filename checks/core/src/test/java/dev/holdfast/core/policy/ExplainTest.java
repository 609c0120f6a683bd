package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    @TempDir private Path folder;
    private Policies policies;

    @BeforeEach
    void start() {
        policies = new Policies(folder);
    }

    @Test
    void valueAndLayerOfEachKindOfSource() {
        policies.with("org.yaml", "waivers: {maxDays: {low: 7}}\n");
        Policy policy =
                policies.read(
                        "extends: [{builtin: base}, "
                                + policies.pinned("org.yaml")
                                + "]\ngate:\n  unknown: warn\n");
        assertEquals(
                List.of(
                        "gate.block = [critical, high] (builtin:base)",
                        "gate.unknown = warn (holdfast.yaml:4:12)",
                        "gate.requireChecks = [] (default)"),
                Policies.explain(policy, "gate"));
        assertEquals(
                List.of("waivers.maxDays.low = 7 (org.yaml:2:26)"),
                Policies.explain(policy, "waivers.maxDays.low"));
        assertEquals(
                List.of("waivers.maxDays.info = 365 (default)"),
                Policies.explain(policy, "waivers.maxDays.info"));
    }

    @Test
    void gateOfAnEnvironmentIsShownAsItIsInForce() {
        Policy policy =
                policies.read(
                        """
                        environments:
                          base: {gate: {block: [critical]}}
                          live: {inherits: base, gate: {unknown: warn}}
                        """);
        assertEquals(
                List.of(
                        "environments.base.gate.block = [critical] (holdfast.yaml:3:24)",
                        "environments.base.gate.unknown = block (default, through gate.unknown)",
                        "environments.base.gate.requireChecks = [] (default, through"
                                + " gate.requireChecks)",
                        "environments.live.inherits = base (holdfast.yaml:4:20)",
                        "environments.live.gate.block = [critical] (holdfast.yaml:3:24, through"
                                + " environments.base.gate.block)",
                        "environments.live.gate.unknown = warn (holdfast.yaml:4:42)",
                        "environments.live.gate.requireChecks = [] (default, through"
                                + " gate.requireChecks)"),
                Policies.explain(policy, "environments"));
        assertEquals(
                List.of(
                        "environments.live.gate.block = [critical] (holdfast.yaml:3:24, through"
                                + " environments.base.gate.block)"),
                Policies.explain(policy, "environments.live.gate.block"));
    }

    @Test
    void checkSaysOfItselfWhatNoLayerSays() {
        Policy policy = policies.read("checks: {secrets.bundle: {severity: low}}\n");
        assertEquals(
                List.of(
                        "checks.secrets.bundle.severity = low (holdfast.yaml:2:37)",
                        "checks.secrets.bundle.enabled = true (default)"),
                Policies.explain(policy, "checks.secrets.bundle"));
        assertEquals(
                List.of("checks.docker.root-user.severity = medium (the check)"),
                Policies.explain(policy, "checks.docker.root-user.severity"));
        assertEquals(4, Policies.explain(policy, "checks.secrets").size());
        assertEquals(8, Policies.explain(policy, "checks").size());
    }

    @Test
    void emptyKeyIsEverythingThatALayerSaysInTheOrderOfTheFormat() {
        Policy policy =
                policies.read(
                        "environments: {live: {}}\nchecks: {secrets.bundle: {severity: low}}\n"
                                + "sample: {label: x}\n");
        List<String> keys = policy.explain("").stream().map(Setting::key).toList();
        assertEquals(
                List.of("paths.exclude", "checks.secrets.bundle.severity", "waivers.file"),
                keys.subList(0, 3));
        assertTrue(keys.contains("environments.live.gate.block"));
        assertTrue(keys.indexOf("gate.block") < keys.indexOf("environments.live.gate.block"));
        assertTrue(keys.getLast().startsWith("sample."));
        assertFalse(keys.contains("checks.docker.root-user.severity"));
    }

    @Test
    void unknownKeyIsRefusedWithWhatWasMeant() {
        Policy policy = policies.read("environments: {production: {}}\n");
        assertProblem(policy, "gates", "did you mean 'gate'?");
        assertProblem(policy, "gate.blok", "did you mean 'gate.block'?");
        assertProblem(
                policy,
                "environments.prod.gate.unknown",
                "did you mean 'environments.production.gate.unknown'?");
        assertProblem(policy, "checks.secrets.bundel", "did you mean 'checks.secrets.bundle'?");
        assertProblem(
                policy, "zzzzzz", "holdfast policy explain prints every key that is in force");
        assertProblem(policy, "gate.", "holdfast policy explain prints every key that is in force");
        assertProblem(
                policy,
                "sample.label",
                "holdfast policy explain prints every key that is in force");
    }

    private static void assertProblem(Policy policy, String key, String hint) {
        UserProblem problem = assertThrows(UserProblem.class, () -> policy.explain(key));
        assertEquals("nothing is in force for the key '" + key + "'", problem.what());
        assertEquals(hint, problem.hint());
    }
}
