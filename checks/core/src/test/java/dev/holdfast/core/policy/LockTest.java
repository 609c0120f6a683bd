package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LockTest {
    @TempDir private Path folder;
    private Policies policies;

    @BeforeEach
    void start() {
        policies = new Policies(folder);
    }

    /** A locked key with a value, and what a child may and may not make of it. */
    record Case(String key, String locked, List<String> tighter, List<String> looser) {

        String last() {
            return key.substring(key.lastIndexOf('.') + 1);
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("sample.least", "20", List.of("20", "21", "100"), List.of("19", "1")),
                new Case("sample.most", "20", List.of("20", "19", "1"), List.of("21", "100")),
                new Case("sample.strict", "true", List.of("true", "True"), List.of("false")),
                new Case("sample.strict", "false", List.of("true", "false"), List.of()),
                new Case("sample.label", "x", List.of("x", "'x'"), List.of("y", "X")),
                new Case("sample.mode", "middle", List.of("middle", "hard"), List.of("soft")),
                new Case(
                        "sample.wanted",
                        "[a, b]",
                        List.of("[b, a]", "[a, b, c]"),
                        List.of("[a]", "[]", "[a, c]")),
                new Case(
                        "sample.skipped",
                        "[a, b]",
                        List.of("[b, a]", "[a]", "[]"),
                        List.of("[a, b, c]", "[c]")),
                new Case(
                        "sample.exact",
                        "[a, b]",
                        List.of("[a, b]", "[b, a]"),
                        List.of("[a]", "[a, b, c]", "[]")),
                new Case(
                        "gate.block",
                        "[critical, high]",
                        List.of("[high, critical, low]"),
                        List.of("[critical]", "[]")),
                new Case("gate.unknown", "block", List.of("block"), List.of("warn")),
                new Case("gate.unknown", "warn", List.of("block", "warn"), List.of()),
                new Case(
                        "gate.requireChecks",
                        "[secrets.bundle]",
                        List.of("[secrets.bundle, docker.root-user]"),
                        List.of("[docker.root-user]", "[]")),
                new Case("waivers.maxDays.high", "30", List.of("30", "0"), List.of("31")),
                new Case("waivers.file", "w.yaml", List.of("w.yaml"), List.of("v.yaml")),
                new Case("baseline.ratchet", "true", List.of("true"), List.of("false")),
                new Case(
                        "baseline.neverFor",
                        "[critical]",
                        List.of("[critical, high]"),
                        List.of("[]", "[high]")),
                new Case("baseline.file", "b.json", List.of("b.json"), List.of("c.json")),
                new Case(
                        "paths.exclude",
                        "['**/testdata/**', docs]",
                        List.of("[docs]", "[]"),
                        List.of("['**/testdata/**', docs, src]", "[src]")),
                new Case(
                        "checks.secrets.bundle.severity",
                        "high",
                        List.of("high", "critical"),
                        List.of("medium", "info")),
                new Case(
                        "checks.secrets.bundle.enabled",
                        "true",
                        List.of("true"),
                        List.of("false")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tighterIsTakenAndLooserIsRefusedAtItsValue(Case each) {
        policies.with("org.yaml", "lock: [" + each.key() + "]\n" + yaml(each.key(), each.locked()));
        String extending = "extends: [" + policies.pinned("org.yaml") + "]\n";
        for (String value : each.tighter()) {
            policies.read(extending + yaml(each.key(), value));
        }
        for (String value : each.looser()) {
            String text = extending + yaml(each.key(), value);
            List<String> problems = policies.problems(text);
            long line = text.lines().count() + 1;
            String last = text.lines().reduce((a, b) -> b).orElseThrow();
            int column = last.indexOf(": ") + 3;
            String place = "holdfast.yaml:" + line + ":" + column + ": '" + each.key() + ": ";
            assertEquals(1, problems.size(), String.join("\n", problems));
            assertTrue(problems.getFirst().startsWith(place), problems.getFirst() + "\n" + place);
            assertTrue(
                    problems.getFirst().contains("' loosens what org.yaml locks at "),
                    problems.getFirst());
        }
    }

    @Test
    void everyRuleOfTighteningIsTried() {
        Set<Tightening> tried = new TreeSet<>();
        Settings defaults = Settings.defaults(Policies.shape());
        for (Case each : cases()) {
            List<String> path =
                    each.key().startsWith("checks.")
                            ? List.of("checks", "secrets.bundle", each.last())
                            : List.of(each.key().split("\\."));
            tried.add(defaults.leaf(path).orElseThrow().tightening());
        }
        assertEquals(Set.of(Tightening.values()), tried);
    }

    @ParameterizedTest
    @EnumSource(Tightening.class)
    void everyRuleSaysWhatItLetsAChildDo(Tightening tightening) {
        assertTrue(tightening.words().matches("(not|get|become) .+|not change"));
    }

    @Test
    void valueThatTwoLocksHoldIsNamedOnce() {
        org("lock: [sample, sample.least]\n");
        assertProblem(
                "sample: {least: 9}\n",
                "3:17: 'sample.least: 9' loosens what org.yaml locks at 10");
    }

    @Test
    void messageNamesBothValues() {
        org("lock: [gate]\ngate: {block: [critical, high, medium]}\n");
        assertEquals(
                List.of(
                        "holdfast.yaml:3:15: 'gate.block: [critical]' loosens what org.yaml locks"
                                + " at [critical, high, medium]"),
                policies.problems(extending() + "gate: {block: [critical]}\n"));
        assertEquals(
                "what is locked may be tightened only; the file that locks it says who decides",
                policies.problem(extending() + "gate: {block: [critical]}\n").hint());
    }

    @Test
    void everyLooserValueIsNamed() {
        org("lock: [gate, waivers]\n");
        assertEquals(
                List.of(
                        "holdfast.yaml:3:15: 'gate.block: []' loosens what org.yaml locks at"
                                + " [critical, high]",
                        "holdfast.yaml:3:28: 'gate.unknown: warn' loosens what org.yaml locks at"
                                + " block",
                        "holdfast.yaml:4:26: 'waivers.maxDays.low: 999' loosens what org.yaml"
                                + " locks at 180"),
                policies.problems(
                        extending()
                                + "gate: {block: [], unknown: warn}\n"
                                + "waivers: {maxDays: {low: 999}}\n"));
    }

    @Test
    void lockOnTheItemHoldsTheValuesOfThatFile() {
        policies.with("org.yaml", "sample: {least: 20}\n");
        String item = policies.pinned("org.yaml").replace("}", ", lock: [sample.least]}");
        policies.read("extends: [" + item + "]\nsample: {least: 20}\n");
        assertEquals(
                List.of("holdfast.yaml:3:17: 'sample.least: 19' loosens what org.yaml locks at 20"),
                policies.problems("extends: [" + item + "]\nsample: {least: 19}\n"));
    }

    @Test
    void lockOnABuiltInProfileHolds() {
        String text = "extends: [{builtin: base, lock: [environments.production]}]\n";
        policies.read(text + "environments: {staging: {gate: {block: []}}}\n");
        assertEquals(
                List.of(
                        "holdfast.yaml:3:45: 'environments.production.gate.unknown: warn' loosens"
                                + " what builtin:base locks at block"),
                policies.problems(text + "environments: {production: {gate: {unknown: warn}}}\n"));
    }

    @Test
    void lockInTheFileItselfDoesNotHoldAgainstItself() {
        Policy policy = policies.read("lock: [gate]\ngate: {block: []}\n");
        assertEquals(Set.of(), policy.gate(Optional.empty()).block());
    }

    @Test
    void defaultIsLockedWhereNothingIsSet() {
        org("lock: [waivers.maxDays, paths, baseline]\n");
        assertProblem(
                "waivers: {maxDays: {critical: 15}}\n",
                "3:31: 'waivers.maxDays.critical: 15' loosens what org.yaml locks at 14");
        assertProblem(
                "paths: {exclude: [src]}\n",
                "3:18: 'paths.exclude: [src]' loosens what org.yaml locks at []");
        assertProblem(
                "baseline: {neverFor: []}\n",
                "3:22: 'baseline.neverFor: []' loosens what org.yaml locks at [critical]");
        policies.read(extending() + "baseline: {ratchet: true, neverFor: [critical, high]}\n");
    }

    @Test
    void keyWithoutAValueIsLockedAsItIs() {
        org("lock: [sample]\n");
        assertProblem(
                "sample: {label: x}\n",
                "3:17: 'sample.label: x' loosens what org.yaml locks without a value");
    }

    @Test
    void checksAreLockedAtTheirOwnSeverityAndSwitchedOn() {
        for (String key : List.of("checks", "checks.docker", "checks.docker.root-user")) {
            org("lock: [" + key + "]\n");
            assertProblem(
                    "checks: {docker.root-user: {enabled: false}}\n",
                    "3:38: 'checks.docker.root-user.enabled: false' loosens what org.yaml locks"
                            + " at true");
            assertProblem(
                    "checks: {docker.root-user: {severity: low}}\n",
                    "3:39: 'checks.docker.root-user.severity: low' loosens what org.yaml locks at"
                            + " medium");
            policies.read(
                    extending() + "checks: {docker.root-user: {enabled: true, severity: high}}\n");
        }
    }

    @Test
    void lockOfOneCheckLeavesTheOthers() {
        org("lock: [checks.secrets]\n");
        policies.read(extending() + "checks: {docker.root-user: {enabled: false}}\n");
        assertProblem(
                "checks: {secrets.env-value: {enabled: false}}\n",
                "3:39: 'checks.secrets.env-value.enabled: false' loosens what org.yaml locks at"
                        + " true");
    }

    @Test
    void keyThatOnlyBeginsAlikeIsNotLocked() {
        org("lock: [sample.least]\nenvironments: {a: {}}\n");
        policies.read(extending() + "sample: {most: 99, strict: false}\n");
    }

    @Test
    void lockHoldsThroughTwoLevels() {
        policies.with("org.yaml", "lock: [sample.least]\nsample: {least: 20}\n");
        policies.with(
                "team.yaml",
                "extends: [" + policies.pinned("org.yaml") + "]\nsample: {least: 30}\n");
        String extending = "extends: [" + policies.pinned("team.yaml") + "]\n";
        policies.read(extending + "sample: {least: 20}\n");
        assertEquals(
                List.of("holdfast.yaml:3:17: 'sample.least: 19' loosens what org.yaml locks at 20"),
                policies.problems(extending + "sample: {least: 19}\n"));
    }

    @Test
    void teamCanTightenAndLockAgain() {
        policies.with("org.yaml", "lock: [sample.least]\nsample: {least: 20}\n");
        policies.with(
                "team.yaml",
                "extends: ["
                        + policies.pinned("org.yaml")
                        + "]\nlock: [sample.least]\nsample: {least: 30}\n");
        assertEquals(
                List.of(
                        "holdfast.yaml:3:17: 'sample.least: 25' loosens what team.yaml locks at 30"),
                policies.problems(
                        "extends: [" + policies.pinned("team.yaml") + "]\nsample: {least: 25}\n"));
    }

    @Test
    void laterParentCannotLoosenWhatAnEarlierOneLocks() {
        policies.with("org.yaml", "lock: [sample.least]\nsample: {least: 20}\n");
        policies.with("team.yaml", "sample: {least: 5}\n");
        assertEquals(
                List.of(
                        "holdfast.yaml:4:3: 'sample.least: 5' (set by team.yaml:2:17) loosens what"
                                + " org.yaml locks at 20"),
                policies.problems(
                        "extends:\n- %s\n- %s\n"
                                .formatted(
                                        policies.pinned("org.yaml"),
                                        policies.pinned("team.yaml"))));
    }

    @Test
    void earlierParentCannotBeLooserThanALaterLock() {
        policies.with("team.yaml", "sample: {least: 5}\n");
        policies.with("org.yaml", "lock: [sample.least]\n");
        assertEquals(
                List.of(
                        "holdfast.yaml:4:3: 'sample.least: 5' (set by team.yaml:2:17) loosens what"
                                + " org.yaml locks at 10"),
                policies.problems(
                        "extends:\n- %s\n- %s\n"
                                .formatted(
                                        policies.pinned("team.yaml"),
                                        policies.pinned("org.yaml"))));
    }

    @Test
    void newEnvironmentIsAtLeastAsStrictAsTheLockedGate() {
        org("lock: [gate]\n");
        policies.read(extending() + "environments: {qa: {gate: {block: [critical, high, low]}}}\n");
        assertProblem(
                "environments: {qa: {gate: {block: [critical]}}}\n",
                "3:35: 'environments.qa.gate.block: [critical]' loosens what org.yaml locks at"
                        + " [critical, high]");
    }

    @Test
    void lockedGateHoldsAtEveryEnvironment() {
        org("lock: [gate]\nenvironments: {production: {gate: {block: [critical, high, low]}}}\n");
        assertProblem(
                "environments: {production: {gate: {block: [critical, high]}}}\n",
                "3:43: 'environments.production.gate.block: [critical, high]' loosens what"
                        + " org.yaml locks at [critical, high, low]");
    }

    @Test
    void inheritanceCannotLoosenALockedGate() {
        policies.with(
                "org.yaml",
                "lock: [environments.production]\n"
                        + "environments:\n"
                        + "  base: {gate: {block: [critical, high, medium], unknown: block}}\n"
                        + "  production: {inherits: base}\n");
        // What it inherits is loosened, not the environment itself.
        assertProblem(
                "environments: {base: {gate: {block: [critical]}}}\n",
                "3:37: 'environments.base.gate.block: [critical]' loosens"
                        + " environments.production.gate.block, which org.yaml locks at"
                        + " [critical, high, medium]");
        // Another is inherited.
        assertProblem(
                "environments: {lax: {gate: {unknown: warn}}, production: {inherits: lax}}\n",
                List.of(
                        "2:10: 'gate.block: [critical, high]' (set by default) loosens"
                                + " environments.production.gate.block, which org.yaml locks at"
                                + " [critical, high, medium]",
                        "3:38: 'environments.lax.gate.unknown: warn' loosens"
                                + " environments.production.gate.unknown, which org.yaml locks at"
                                + " block"));
        // A stricter one may be inherited.
        policies.read(
                extending()
                        + "environments: {hard: {inherits: base, gate: {requireChecks:"
                        + " [repo.licence]}}, production: {inherits: hard}}\n");
    }

    @Test
    void sameEffectiveGateMayBeWrittenOut() {
        policies.with(
                "org.yaml",
                "lock: [environments]\n"
                        + "environments:\n"
                        + "  staging: {gate: {block: [critical], unknown: warn}}\n"
                        + "  preview: {inherits: staging}\n");
        policies.read(extending() + "environments: {preview: {gate: {block: [critical]}}}\n");
        assertProblem(
                "environments: {preview: {gate: {block: []}}}\n",
                "3:40: 'environments.preview.gate.block: []' loosens what org.yaml locks at"
                        + " [critical]");
    }

    @Test
    void topGateCannotLoosenALockedEnvironmentThatFallsBackToIt() {
        policies.with(
                "org.yaml", "lock: [environments.production]\nenvironments: {production: {}}\n");
        assertProblem(
                "gate: {unknown: warn}\n",
                "3:17: 'gate.unknown: warn' loosens environments.production.gate.unknown, which"
                        + " org.yaml locks at block");
    }

    @Test
    void newEnvironmentUnderLockedEnvironmentsIsHeldAgainstTheTopGate() {
        org("lock: [environments]\nenvironments: {staging: {gate: {block: [critical]}}}\n");
        assertProblem(
                "environments: {dev: {inherits: staging}}\n",
                "2:10: 'environments.staging.gate.block: [critical]' (set by org.yaml:3:40) loosens"
                        + " environments.dev.gate.block, which org.yaml locks at [critical, high]");
    }

    @Test
    void anotherEnvironmentMayBeInheritedWhenTheGateHolds() {
        org(
                "lock: [environments]\n"
                        + "environments: {a: {inherits: b}, b: {}, c: {gate: {unknown: block}}}\n");
        policies.read(extending() + "environments: {a: {inherits: c}}\n");
    }

    @Test
    void whatIsInheritedCanBeLockedByItself() {
        org(
                "lock: [environments.a.inherits]\n"
                        + "environments: {a: {inherits: b}, b: {}, c: {}}\n");
        policies.read(extending() + "environments: {a: {inherits: b, gate: {block: []}}}\n");
        assertProblem(
                "environments: {a: {inherits: c}}\n",
                "3:30: 'environments.a.inherits: c' loosens what org.yaml locks at b");
    }

    @Test
    void unlockedKeysAreFree() {
        org("gate: {block: [critical, high, medium, low, info]}\nlock: []\n");
        policies.read(
                extending()
                        + "gate: {block: [], unknown: warn}\npaths: {exclude: [src]}\n"
                        + "checks: {secrets.bundle: {enabled: false, severity: info}}\n");
    }

    private void org(String text) {
        policies.with("org.yaml", text);
    }

    private String extending() {
        return "extends: [" + policies.pinned("org.yaml") + "]\n";
    }

    private void assertProblem(String text, String problem) {
        assertProblem(text, List.of(problem));
    }

    private void assertProblem(String text, List<String> problems) {
        assertEquals(
                problems.stream().map(each -> "holdfast.yaml:" + each).toList(),
                policies.problems(extending() + text));
    }

    /** The key with its value as nested block mappings; the value stands on the last line. */
    private static String yaml(String key, String value) {
        List<String> words =
                key.startsWith("checks.")
                        ? List.of(
                                "checks",
                                key.substring("checks.".length(), key.lastIndexOf('.')),
                                key.substring(key.lastIndexOf('.') + 1))
                        : List.of(key.split("\\."));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append("  ".repeat(i)).append(words.get(i)).append(':');
            text.append(i == words.size() - 1 ? " " + value + "\n" : "\n");
        }
        return text.toString();
    }
}
