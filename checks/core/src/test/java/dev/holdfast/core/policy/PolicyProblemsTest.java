package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyProblemsTest {
    @TempDir private Path folder;
    private Policies policies;

    @BeforeEach
    void start() {
        policies = new Policies(folder);
    }

    /** A text behind the first line, with the problems it has. */
    record Wrong(String text, List<String> problems) {
        Wrong(String text, String problem) {
            this(text, List.of(problem));
        }
    }

    static List<Wrong> wrong() {
        return List.of(
                // unknown keys, with the key's place
                new Wrong("gates: {}\n", "2:1: unknown key 'gates', did you mean 'gate'?"),
                new Wrong(
                        "gate:\n  blocks: [high]\n",
                        "3:3: unknown key 'blocks', did you mean 'block'?"),
                new Wrong(
                        "gate: {zzzzzz: 1}\n",
                        "2:8: unknown key 'zzzzzz' (known here: block, unknown, requireChecks)"),
                new Wrong(
                        "checks:\n  secrets.bundle: {sevrity: low}\n",
                        "3:20: unknown key 'sevrity', did you mean 'severity'?"),
                new Wrong(
                        "environments:\n  staging:\n    inherit: base\n",
                        "4:5: unknown key 'inherit', did you mean 'inherits'?"),
                new Wrong(
                        "environments:\n  staging:\n    gate:\n      Unknown: warn\n",
                        "5:7: unknown key 'Unknown', did you mean 'unknown'?"),
                new Wrong(
                        "waivers: {maxDays: {hihg: 5}}\n",
                        "2:21: unknown key 'hihg', did you mean 'high'?"),
                new Wrong(
                        "sample:\n  strikt: true\n",
                        "3:3: unknown key 'strikt', did you mean 'strict'?"),
                new Wrong(
                        "extends:\n- builtin: base\n  lok: [gate]\n",
                        "4:3: unknown key 'lok', did you mean 'lock'?"),
                new Wrong(
                        "extends:\n- builtn: base\n",
                        "3:3: unknown key 'builtn', did you mean 'builtin'?"),
                // wrong words, with the value's place
                new Wrong(
                        "gate: {unknown: blok}\n",
                        "2:17: 'blok' is not a value of 'unknown', did you mean 'block'?"
                                + " (one of block, warn)"),
                new Wrong(
                        "gate:\n  block: [critical, hihg]\n",
                        "3:21: 'hihg' is not a value of 'block', did you mean 'high'?"
                                + " (one of critical, high, medium, low, info)"),
                new Wrong(
                        "gate: {unknown: 5}\n",
                        "2:17: 'unknown' expects one of block, warn, not 5"),
                new Wrong(
                        "extends: [{builtin: nxtjs}]\n",
                        "2:21: 'nxtjs' is not a value of 'builtin', did you mean 'nextjs'?"
                                + " (one of base, nextjs, nestjs, supabase, docker, kubernetes,"
                                + " vite, webpack, node)"),
                // ranges
                new Wrong(
                        "waivers: {maxDays: {low: 3651}}\n",
                        "2:26: 'low' is a whole number from 0 to 3650, not 3651"),
                new Wrong(
                        "waivers: {maxDays: {low: -1}}\n",
                        "2:26: 'low' is a whole number from 0 to 3650, not -1"),
                new Wrong(
                        "waivers: {maxDays: {low: 99999999999999999999999}}\n",
                        "2:26: 'low' is a whole number from 0 to 3650, not 99999999999999999999999"),
                new Wrong(
                        "waivers: {maxDays: {low: %s5}}\n".formatted("0".repeat(250)),
                        "2:26: 'low' is a whole number from 0 to 3650, not "
                                + "0".repeat(250)
                                + "5"),
                new Wrong(
                        "waivers: {maxDays: {low: 1.0}}\n",
                        "2:26: 'low' expects a whole number from 0 to 3650, not 1.0"),
                // lists
                new Wrong(
                        "gate:\n  block:\n  - high\n  - high\n",
                        "5:5: 'high' stands twice in the list"),
                new Wrong("gate: {block: high}\n", "2:15: 'block' expects a list, not high"),
                new Wrong(
                        "paths: {exclude: [ok, [a]]}\n",
                        "2:23: 'exclude' expects a text, not a list"),
                // forms
                new Wrong("checks: {nodot: {}}\n", "2:10: 'nodot' is not a check id"),
                new Wrong(
                        "checks: {%s: {}}\n".formatted("a" + "-a".repeat(100) + ".b"),
                        "2:10: '%s' is not a check id of at most 200 characters"
                                .formatted("a" + "-a".repeat(100) + ".b")),
                new Wrong(
                        "environments: {Prod: {}}\n",
                        "2:16: 'Prod' is not a name of lower-case letters, digits and '-'"),
                new Wrong(
                        "paths: {exclude: [/etc]}\n",
                        "2:19: '/etc' is not a glob of paths below the project, with '/'"),
                new Wrong(
                        "paths: {exclude: ['a\\b']}\n",
                        "2:19: 'a\\b' is not a glob of paths below the project, with '/'"),
                new Wrong(
                        "paths: {exclude: [a/../../b]}\n",
                        "2:19: 'a/../../b' is not a glob of paths below the project, with '/'"),
                // checks that do not exist
                new Wrong(
                        "checks:\n  secrets.bundel: {enabled: false}\n",
                        "3:3: there is no check 'secrets.bundel', did you mean 'secrets.bundle'?"),
                new Wrong(
                        "gate: {requireChecks: [far.away]}\n",
                        "2:24: there is no check 'far.away'; holdfast explain lists every id"),
                new Wrong(
                        "environments:\n  prod:\n    gate:\n      requireChecks: [docker.rootuser]\n",
                        "5:23: there is no check 'docker.rootuser',"
                                + " did you mean 'docker.root-user'?"),
                // environments
                new Wrong(
                        "environments:\n  production: {inherits: stagin}\n  staging: {}\n",
                        "3:26: there is no environment 'stagin', did you mean 'staging'?"),
                new Wrong(
                        "environments: {a: {inherits: a}}\n",
                        "2:30: environments inherit each other in a circle: a -> a"),
                new Wrong(
                        "environments:\n  a: {inherits: b}\n  b: {inherits: c}\n  c: {inherits: b}\n",
                        List.of(
                                "4:17: environments inherit each other in a circle: b -> c -> b",
                                "5:17: environments inherit each other in a circle: c -> b -> c")),
                // locks
                new Wrong(
                        "lock: [gates]\n",
                        "2:8: there is no key 'gates' to lock, did you mean 'gate'?"),
                new Wrong(
                        "lock: [gate.blok]\n",
                        "2:8: there is no key 'gate.blok' to lock, did you mean 'gate.block'?"),
                new Wrong("lock: [extends]\n", "2:8: there is no key 'extends' to lock"),
                new Wrong("lock: [apiVersion]\n", "2:8: there is no key 'apiVersion' to lock"),
                new Wrong(
                        "lock: [environments.prod]\nenvironments: {production: {}}\n",
                        "2:8: there is no key 'environments.prod' to lock, did you mean"
                                + " 'environments.production'?"),
                new Wrong(
                        "lock: [checks.secrets.bundel]\n",
                        "2:8: there is no key 'checks.secrets.bundel' to lock, did you mean"
                                + " 'checks.secrets.bundle'?"),
                new Wrong(
                        "extends: [{builtin: base, lock: [environments.prodution]}]\n",
                        "2:34: there is no key 'environments.prodution' to lock, did you mean"
                                + " 'environments.production'?"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrongAndWhere(Wrong wrong) {
        assertEquals(
                wrong.problems().stream().map(each -> "holdfast.yaml:" + each).toList(),
                policies.problems(wrong.text()));
    }

    @Test
    void firstLineMustSayTheVersion() {
        assertEquals(
                "holdfast.yaml:1:1: 'apiVersion' is missing; the first line is"
                        + " 'apiVersion: holdfast/v1'",
                whole("gate: {}\n").what());
        assertEquals(
                "holdfast.yaml:1:13: 'holdfast/v2' is not a value of 'apiVersion', did you mean"
                        + " 'holdfast/v1'? (one of holdfast/v1)",
                whole("apiVersion: holdfast/v2\n").what());
        assertEquals(
                "holdfast.yaml:1:13: 'apiVersion' expects one of holdfast/v1, not 1",
                whole("apiVersion: 1\n").what());
    }

    @Test
    void whatIsNoMappingIsNotQuoted() {
        String keys =
                "the file expects a mapping with keys such as apiVersion, extends, lock,"
                        + " paths, checks, waivers, baseline, gate, environments, sample, not ";
        assertEquals("holdfast.yaml:1:1: " + keys + "nothing", whole("").what());
        assertEquals("holdfast.yaml:1:1: " + keys + "a list", whole("- a\n").what());
        // A key file that was named by mistake must not be printed.
        assertEquals("holdfast.yaml:1:1: " + keys + "a single value", whole("s3cr3t\n").what());
    }

    @Test
    void problemsStandInTheOrderOfTheFile() {
        assertEquals(
                List.of(
                        "holdfast.yaml:2:1: unknown key 'zulu' (known here: apiVersion, extends,"
                                + " lock, paths, checks, waivers, baseline, gate,"
                                + " environments, sample)",
                        "holdfast.yaml:3:8: unknown key 'blocks', did you mean 'block'?",
                        "holdfast.yaml:3:30: 'unknown' expects one of block, warn, not true",
                        "holdfast.yaml:4:9: 'waivers' expects a mapping with keys such as file,"
                                + " maxDays, not nothing"),
                policies.problems("zulu: 1\ngate: {blocks: [], unknown:  true}\nwaivers:\n"));
    }

    @Test
    void twentyProblemsAreShownAndTheRestIsCounted() {
        StringBuilder twenty = new StringBuilder("gate:\n");
        for (int i = 0; i < 20; i++) {
            twenty.append("  k").append(i).append("zzzzzz: 1\n");
        }
        assertEquals(20, policies.problems(twenty.toString()).size());
        List<String> more = policies.problems(twenty + "  more1zzzzzz: 1\n  more2zzzzzz: 1\n");
        assertEquals(21, more.size());
        assertTrue(
                more.get(19).startsWith("holdfast.yaml:22:3: unknown key 'k19zzzzzz'"),
                more.get(19));
        assertEquals("and 2 more", more.getLast());
    }

    @Test
    void floodOfProblemsIsCounted() {
        StringBuilder flood = new StringBuilder("gate:\n");
        for (int i = 0; i < 5_000; i++) {
            flood.append("  k").append(i).append("zzzzzz: 1\n");
        }
        assertEquals("and at least 980 more", policies.problems(flood.toString()).getLast());
        StringBuilder unknown = new StringBuilder("checks:\n");
        for (int i = 0; i < 5_000; i++) {
            unknown.append("  zzzzzz.k").append(i).append(": {}\n");
        }
        assertEquals("and at least 980 more", policies.problems(unknown.toString()).getLast());
    }

    @Test
    void hintNamesTheSchema() {
        assertEquals(
                "holdfast policy schema prints what the file may say",
                policies.problem("gates: {}\n").hint());
    }

    @Test
    void quotedTextOfTheFileGivesNoOrders() {
        assertEquals(
                "holdfast.yaml:2:8: there is no key '\\u001B[2J\\u000Agate' to lock",
                policies.problem("lock: [\"\\e[2J\\ngate\"]\n").what());
        assertEquals(
                "holdfast.yaml:2:1: unknown key '\\u202Egate', did you mean 'gate'?",
                policies.problem("\"\\u202Egate\": 1\n").what());
    }

    @Test
    void sizesStayWithinReason() {
        StringBuilder many = new StringBuilder("environments:\n");
        for (int i = 0; i < 51; i++) {
            many.append("  e").append(i).append(": {}\n");
        }
        assertEquals(
                List.of("holdfast.yaml:3:3: 51 environments, more than 50"),
                policies.problems(many.toString()));
        policies.read(many.toString().replace("  e50: {}\n", ""));
        StringBuilder locks = new StringBuilder("lock:\n");
        for (int i = 0; i < 201; i++) {
            locks.append("- k").append(i).append("\n");
        }
        assertEquals(
                List.of("holdfast.yaml:3:1: 201 locked keys, more than 200"),
                policies.problems(locks.toString()));
        String onItem = locks.toString().replace("\n", "\n  ").stripTrailing();
        assertEquals(
                List.of("holdfast.yaml:5:3: 201 locked keys, more than 200"),
                policies.problems("extends:\n- builtin: base\n  " + onItem + "\n"));
    }

    private UserProblem whole(String text) {
        return assertThrows(UserProblem.class, () -> policies.readFile("holdfast.yaml", text));
    }
}
