package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the examples that stand in the files of rules. What is between « and » is a form and becomes
 * a random token of it, so that no token stands in any file.
 */
class WrittenRulesTest {
    private static final Path FOLDER = Path.of("src/main/rules");
    private static final Engine ALL = Engine.of(RuleSet.all().recognizers(), List.of());
    private static final int ROUNDS = 20;

    static Stream<RuleEntry> rules() throws IOException {
        return RulePacking.read(FOLDER).stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsItsExamplesAndNothingElse(RuleEntry rule) {
        assertFalse(rule.examples().isEmpty(), rule.id());
        assertTrue(rule.others().size() >= 2, rule.id());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            for (String example : rule.examples()) {
                String text = filled(example, random);
                assertTrue(
                        found(ALL, text).contains("secrets." + rule.id()),
                        "seed " + seed + ", " + rule.id() + " is not found in " + text);
            }
            for (String other : rule.others()) {
                String text = filled(other, random);
                assertFalse(
                        found(ALL, text).contains("secrets." + rule.id()),
                        "seed " + seed + ", " + rule.id() + " is found in " + text);
            }
        }
    }

    @Test
    void whatIsShippedIsWhatIsWritten() throws IOException {
        List<RuleEntry> written = RulePacking.read(FOLDER);
        List<RuleEntry> shipped = RuleResource.shipped();
        assertEquals(
                written.stream().map(each -> each.id() + each.forms() + each.keywords()).toList(),
                shipped.stream().map(each -> each.id() + each.forms() + each.keywords()).toList());
    }

    @Test
    void thereAreEnoughOfThem() {
        long contextual =
                RuleResource.shipped().stream().filter(each -> !each.keywords().isEmpty()).count();
        assertTrue(contextual >= 60, "contextual: " + contextual);
        long byForm = RuleSet.firstClass().rules().size();
        assertTrue(byForm >= 120, "by form: " + byForm);
        assertEquals(byForm + contextual + 1, RuleSet.all().rules().size());
    }

    @Test
    void aFileThatIsWrongSaysWhere() {
        assertWrong("- {id: a, colour: red}", "rules.yaml:1:11: unknown key 'colour'");
        assertWrong("id: a", "rules.yaml:1:1: a file of rules is a list");
        assertWrong(
                "- {id: a, name: a, provider: a, severity: high, power: a, rotation: a, source: a,"
                        + " form: 'a[b'}",
                "a: character 2 of the form: a class is '[a-z0-9]'");
    }

    private static void assertWrong(String text, String message) {
        UserProblem problem =
                assertThrows(
                        UserProblem.class,
                        () -> RuleFile.read(text.getBytes(StandardCharsets.UTF_8), "rules.yaml"));
        assertTrue(String.valueOf(problem.getMessage()).contains(message), problem.getMessage());
    }

    static List<String> found(Engine engine, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Match> matches = engine.scan(bytes, bytes.length);
        return matches.stream()
                .filter(TokenMatch.class::isInstance)
                .map(each -> ((TokenMatch) each).rule().info().id().value())
                .toList();
    }

    static String filled(String text, Random random) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('«'); open >= 0; open = text.indexOf('«', at)) {
            int close = text.indexOf('»', open);
            filled.append(text, at, open).append(token(text.substring(open + 1, close), random));
            at = close + 1;
        }
        return filled.append(text.substring(at)).toString();
    }

    private static String token(String form, Random random) {
        List<List<Piece>> forms = FormText.read(form);
        StringBuilder token = new StringBuilder();
        for (Piece piece : forms.get(random.nextInt(forms.size()))) {
            if (piece.optional() && random.nextBoolean()) {
                continue;
            }
            token.append(piece.literal());
            if (piece.most() > 0) {
                String members = piece.bytes().members();
                int length =
                        piece.least()
                                + random.nextInt(
                                        Math.min(piece.most(), piece.least() + 40)
                                                - piece.least()
                                                + 1);
                for (int i = 0; i < length; i++) {
                    token.append(members.charAt(random.nextInt(members.length())));
                }
            }
        }
        return token.toString();
    }
}
