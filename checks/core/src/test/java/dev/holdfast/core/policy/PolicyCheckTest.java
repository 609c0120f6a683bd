package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.check.Progress;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.report.PolicyReference;
import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCheckTest {

    @Test
    void policyThatWasReadPassesAtItsPlace(@TempDir Path folder) {
        Findings findings = run("shop/holdfast.yaml", folder);
        Result result = findings.results().getFirst();
        assertEquals(Outcome.PASS, result.outcome());
        assertEquals("shop/holdfast.yaml", result.spots().getFirst().location().path());
        assertEquals("the policy is valid", result.message());
        assertEquals("", result.remediation());
        assertEquals(1, findings.coverage().getFirst().files());
    }

    @Test
    void withoutAFileNothingIsSaidToBeValid(@TempDir Path folder) {
        Findings findings = run("builtin:base+nextjs", folder);
        Result result = findings.results().getFirst();
        assertEquals(Outcome.UNKNOWN, result.outcome());
        assertEquals(
                "there is no policy file here, so there was nothing to validate", result.message());
        assertEquals("holdfast init writes one", result.remediation());
        assertEquals(List.of(), result.spots());
        assertEquals("builtin:base+nextjs", result.subject());
        assertEquals(List.of(Coverage.NOTHING), findings.coverage());
    }

    private static Findings run(String path, Path folder) {
        PolicyCheck check = new PolicyCheck(new PolicyReference(path, "0".repeat(64)));
        assertEquals("policy.valid", check.name());
        assertEquals(List.of(PolicyCheck.INFO), check.explanations());
        return check.run(
                new Context(
                        new Project(folder, folder, false),
                        FingerprintKey.shared(),
                        Clock.systemUTC(),
                        1,
                        Progress.NONE));
    }
}
