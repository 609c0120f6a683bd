package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.engine.Assessment.Checksum;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.TokenMatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the examples and the counter-examples that the rules bring. */
class RuleDataTest {
    private static final long ROUNDS = 12;

    private final List<RuleEntry> rules = read();
    private final Engine engine = Engine.of(RuleSet.of(rules).recognizers(), List.of());

    private static List<RuleEntry> read() {
        Path folder =
                Path.of(System.getProperty("basedir", "."))
                        .resolve("src/main/resources/dev/holdfast/secrets/rule");
        try {
            return RuleCompiler.read(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<TokenMatch> found(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return engine.scan(bytes, bytes.length).stream()
                .filter(TokenMatch.class::isInstance)
                .map(TokenMatch.class::cast)
                .toList();
    }

    @Test
    void everyRuleBringsExamplesAndCounterExamples() {
        for (RuleEntry rule : rules) {
            assertTrue(!rule.examples().isEmpty(), rule.kind().id());
            assertTrue(rule.counterExamples().size() >= 2, rule.kind().id());
            assertTrue(rule.source().startsWith("https://"), rule.kind().id());
        }
    }

    @Test
    void findsEachExampleWhole() {
        List<String> wrong = new ArrayList<>();
        for (RuleEntry rule : rules) {
            for (long seed = 0; seed < ROUNDS; seed++) {
                for (String template : rule.examples()) {
                    List<String> parts =
                            TemplateForge.parts(new TemplateForge(seed).text(rule, template));
                    int start = parts.getFirst().getBytes(StandardCharsets.UTF_8).length;
                    int end = start + parts.get(1).getBytes(StandardCharsets.UTF_8).length;
                    String whole = String.join("", parts);
                    String expected = rule.kind().id() + " " + start + "-" + end;
                    List<String> found =
                            found(whole).stream()
                                    .map(each ->
                                            Scans.id(each) + " " + each.start() + "-" + each.end())
                                    .toList();
                    if (!found.equals(List.of(expected))) {
                        wrong.add(seed + ": " + expected + " but " + found + " in " + whole);
                    }
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void findsNoCounterExample() {
        List<String> wrong = new ArrayList<>();
        for (RuleEntry rule : rules) {
            for (long seed = 0; seed < ROUNDS; seed++) {
                for (String template : rule.counterExamples()) {
                    String text = new TemplateForge(seed).text(rule, template);
                    for (TokenMatch match : found(text)) {
                        if (Scans.id(match).equals(rule.kind().id())) {
                            wrong.add(seed + ": " + rule.kind().id() + " finds " + text);
                        }
                    }
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void checkDigitsOfExamplesAreValid() {
        int checked = 0;
        for (RuleEntry rule : rules) {
            if (rule.manner() instanceof Manner.Forms forms
                    && forms.forms().stream().allMatch(each -> each.digits() != CheckDigits.NONE)) {
                for (long seed = 0; seed < ROUNDS; seed++) {
                    TokenMatch match =
                            found(new TemplateForge(seed).text(rule, "{form}")).getFirst();
                    assertEquals(
                            Checksum.VALID,
                            match.assessment().checksum(),
                            rule.kind().id() + ", seed " + seed);
                    checked++;
                }
            }
        }
        assertTrue(checked > 50, "only " + checked);
    }

    @Test
    void builtFileHoldsTheSameRules() {
        List<String> built =
                BuiltInRules.ENTRIES.stream()
                        .map(rule -> rule.kind() + " " + rule.source() + rule.manner())
                        .toList();
        List<String> source =
                rules.stream()
                        .map(rule -> rule.kind() + " " + rule.source() + rule.manner())
                        .toList();
        assertFalse(built.isEmpty());
        assertEquals(source, built);
    }
}
