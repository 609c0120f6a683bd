package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlSequence;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UserRulesTest {
    private static final String GOOD =
            """
            - id: acme-token
              name: ACME token
              severity: critical
              forms: ['acme_[a-z0-9]{32}']
              examples: ['{form}', 'token = "«{form}»"']
              counterExamples: ['{cut}', '{filler}', 'x{form}']
            """;

    private static UserRules read(String yaml) {
        YamlSequence list =
                (YamlSequence) StrictYaml.read(yaml.getBytes(StandardCharsets.UTF_8), "h.yaml");
        return UserRules.checked(list.items(), "h.yaml", Secrets.explanations(), new Random(1));
    }

    private static String problem(String yaml) {
        return assertThrows(UserProblem.class, () -> read(yaml)).what();
    }

    private static void assertProblem(String place, String words, String yaml) {
        String problem = problem(yaml);
        assertTrue(problem.startsWith("h.yaml:" + place + ": "), problem);
        assertTrue(problem.contains(words), problem);
    }

    @Test
    void findsWhatARuleDescribes() {
        UserRules rules = read(GOOD);
        Engine engine = Engine.of(RuleSet.all().with(rules).recognizers(), List.of());
        String token = "acme" + "_" + new TokenForge(3).text(Alphabet.LOWER, 32);
        assertEquals(List.of("secrets.acme-token"), Filled.found(engine, "a = '" + token + "'"));
        assertEquals(List.of(), Filled.found(engine, "a = '" + token.substring(1) + "'"));
        assertEquals(RuleSet.all().rules().size() + 1, RuleSet.all().with(rules).rules().size());
    }

    @Test
    void findsByNameAndByUrl() {
        UserRules rules =
                read(
                        """
                        - id: acme-password
                          name: ACME password
                          severity: high
                          context: {words: [acme], values: ['[A-Za-z0-9]{20}']}
                          examples: ['ACME_PASSWORD="«{base62:20}»"']
                          counterExamples: ['OTHER_PASSWORD="{base62:20}"', 'ACME_PASSWORD="{x:20}"']
                        - id: acme-hook
                          name: ACME hook
                          severity: high
                          url: {hosts: [hooks.acme.test], path: '/in/[A-Za-z0-9]{24}'}
                          examples: ['https://hooks.acme.test/in/{base62:24}']
                          counterExamples: ['https://hooks.acme.test/in/short']
                        """);
        assertEquals(2, rules.told().size());
    }

    @Test
    void refusesAnIdOfOurOwn() {
        assertProblem("1:7", "one of Holdfast's own", GOOD.replace("acme-token", "jwt"));
        assertProblem("1:7", "one of Holdfast's own", GOOD.replace("acme-token", "generic"));
        assertProblem("7:7", "stands twice", GOOD + GOOD);
    }

    @Test
    void refusesAFormWithoutFixedText() {
        assertProblem(
                "4:11", "found everywhere", GOOD.replace("acme_[a-z0-9]{32}", "[a-z0-9]{32}"));
        assertProblem("4:11", "too few", GOOD.replace("{32}", "{4}"));
        assertProblem("4:10", "fewer than 3", GOOD.replace("acme_", "a_"));
        assertProblem("4:10", "belongs here", GOOD.replace("{32}", "{32"));
    }

    @Test
    void triesTheExamples() {
        assertProblem("5:14", "finds nothing", GOOD.replace("['{form}',", "['{cut}',"));
        assertProblem("5:24", "between «", GOOD.replace("\"«{form}»\"", "«\"{form}\"»"));
        assertProblem("6:21", "finds something", GOOD.replace("['{cut}',", "['{form}',"));
        assertProblem(
                "1:3", "'counterExamples' is missing", GOOD.replaceFirst(" *counterEx.*\n", ""));
        assertProblem("1:3", "'examples' is missing", GOOD.replaceFirst(" *examples.*\n", ""));
    }

    @Test
    void refusesWhatNeedsCode() {
        assertProblem(
                "4:3", "unknown key 'judge'", GOOD.replace("  forms", "  judge: openai\n  forms"));
        assertProblem("4:3", "unknown key 'code'", GOOD.replace("  forms", "  code: aws\n  forms"));
    }

    @Test
    void addsNothingWhenThereIsNone() {
        assertEquals(RuleSet.all(), RuleSet.all().with(UserRules.NONE));
        assertEquals(List.of(), UserRules.of(List.of()).told());
    }
}
