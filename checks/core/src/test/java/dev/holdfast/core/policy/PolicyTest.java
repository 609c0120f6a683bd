package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {
    private static final CheckId BUNDLE = new CheckId("secrets.bundle");

    @TempDir private Path folder;
    private Policies policies;

    @BeforeEach
    void start() {
        policies = new Policies(folder);
    }

    @Test
    void policyThatSaysNothingHasTheDefaults() {
        Policy policy = policies.read("");
        assertEquals(
                new WaiverRules(
                        ".holdfast/waivers.yaml",
                        Map.of(
                                Severity.CRITICAL, 14,
                                Severity.HIGH, 30,
                                Severity.MEDIUM, 90,
                                Severity.LOW, 180,
                                Severity.INFO, 365)),
                policy.waivers());
        assertEquals(
                new BaselineRules(".holdfast/baseline.json", false, Set.of(Severity.CRITICAL)),
                policy.baseline());
        assertEquals(List.of(), policy.excludes());
        assertEquals(List.of(), policy.environments());
        assertEquals(List.of(), policy.notes());
        assertEquals(Optional.empty(), policy.severity(BUNDLE));
        assertEquals(Optional.empty(), policy.switchedOff(BUNDLE));
    }

    @Test
    void whatItSaysIsInForce() {
        Policy policy =
                policies.read(
                        """
                        paths: {exclude: ["**/testdata/**"]}
                        waivers: {file: w.yaml, maxDays: {critical: 0, info: 3650}}
                        baseline: {file: b.json, ratchet: true, neverFor: [critical, high]}
                        checks:
                          secrets.bundle: {severity: critical, enabled: false}
                          docker.root-user: {enabled: true}
                        """);
        assertEquals(List.of("**/testdata/**"), policy.excludes());
        assertEquals("w.yaml", policy.waivers().file());
        assertEquals(0, policy.waivers().maxDays().get(Severity.CRITICAL));
        assertEquals(30, policy.waivers().maxDays().get(Severity.HIGH));
        assertEquals(3650, policy.waivers().maxDays().get(Severity.INFO));
        assertEquals(
                new BaselineRules("b.json", true, Set.of(Severity.CRITICAL, Severity.HIGH)),
                policy.baseline());
        assertEquals(Optional.of(Severity.CRITICAL), policy.severity(BUNDLE));
        assertEquals("holdfast.yaml:6:49", policy.switchedOff(BUNDLE).orElseThrow().layer());
        assertEquals(Optional.empty(), policy.switchedOff(new CheckId("docker.root-user")));
    }

    @Test
    void capabilityReadsItsSection() {
        Policy policy = policies.read("sample: {least: 0x20, strict: TRUE, wanted: []}\n");
        assertEquals(32, policy.number("sample", "least"));
        assertTrue(policy.flag("sample", "strict"));
        assertEquals(List.of(), policy.texts("sample", "wanted"));
        assertEquals("middle", policy.text("sample", "mode"));
        assertTrue(policy.isSet("sample", "wanted"));
        assertFalse(policy.isSet("sample", "mode"));
        assertFalse(policy.isSet("sample", "label"));
        assertThrows(IllegalArgumentException.class, () -> policy.text("sample", "label"));
        assertThrows(IllegalArgumentException.class, () -> policy.text("sample", "nothing"));
    }

    @Test
    void checksAreAskedForOnlyWhenThePolicyNamesOne() throws Exception {
        policies.with("holdfast.yaml", "gate: {unknown: warn}\n");
        PolicyReader reader =
                new PolicyReader(
                        List.of(),
                        () -> {
                            throw new AssertionError("the catalogue was asked for");
                        });
        Project project = new Project(folder, folder, false);
        reader.read(project, folder.resolve("holdfast.yaml"));
        policies.with("holdfast.yaml", "checks: {secrets.bundle: {}}\n");
        assertThrows(
                AssertionError.class, () -> reader.read(project, folder.resolve("holdfast.yaml")));
    }
}
