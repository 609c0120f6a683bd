package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleTableTest {
    private static final long SEED = 20_261_125;
    // What stands before a token and behind it: quotes of every kind and depth, escapes, URLs.
    private static final List<List<String>> CONTEXTS =
            List.of(
                    List.of("", ""),
                    List.of("\"", "\""),
                    List.of("'", "'"),
                    List.of("`", "`"),
                    List.of("\\\"", "\\\""),
                    List.of("\\\\\\\"", "\\\\\\\""),
                    List.of("a\\n", "\\nb"),
                    List.of("a\\t", "\\tb"),
                    List.of("\\u0022", "\\u0022"),
                    List.of("\\x22", "\\x22"),
                    List.of("a%3D", " "),
                    List.of("&quot;", "&quot;"),
                    List.of(">", "<"),
                    List.of("key = ", ";"),
                    List.of("(", ")"),
                    List.of("See ", ". More"),
                    List.of("é", "é"),
                    List.of("\n", "\r\n"));

    private final Map<String, List<Examples>> examples = RuleExamples.byRule(SEED);

    @Test
    void everyRuleOfTheTableHasExamples() {
        for (String id : examples.keySet()) {
            List<Examples> own = examples.getOrDefault(id, List.of());
            int positives = own.stream().mapToInt(each -> each.positives().size()).sum();
            int negatives = own.stream().mapToInt(each -> each.negatives().size()).sum();
            assertTrue(positives >= 3, id + " has " + positives + " positive examples");
            assertTrue(negatives >= 3, id + " has " + negatives + " negative examples");
        }
    }

    @Test
    void everyExampleBelongsToARule() {
        Set<String> ids =
                RuleSet.firstClass().rules().stream()
                        .map(rule -> rule.info().id().value())
                        .collect(Collectors.toSet());
        assertEquals(ids.size(), RuleSet.firstClass().rules().size(), "no id stands twice");
        Set<String> told = new HashSet<>();
        examples.keySet().forEach(rule -> told.add("secrets." + rule));
        // The others have theirs beside them.
        told.removeAll(ids);
        assertEquals(Set.of(), told);
    }

    @Test
    void findsEveryPositiveWhole() {
        for (List<Examples> each : examples.values()) {
            for (Examples one : each) {
                for (String token : one.positives()) {
                    List<String> expected = List.of(Scans.trimmed(one.rule(), token));
                    assertEquals(expected, Scans.found(token), () -> one.rule() + ": " + token);
                }
            }
        }
    }

    @Test
    void findsEveryPositiveInEveryContext() {
        for (List<Examples> each : examples.values()) {
            for (Examples one : each) {
                for (String token : one.positives()) {
                    for (List<String> context : CONTEXTS) {
                        String text = context.getFirst() + token + context.getLast();
                        List<String> expected = List.of(Scans.trimmed(one.rule(), token));
                        assertEquals(expected, Scans.found(text), () -> one.rule() + ": " + text);
                    }
                }
            }
        }
    }

    @Test
    void findsNoNegative() {
        for (List<Examples> each : examples.values()) {
            for (Examples one : each) {
                for (String text : one.negatives()) {
                    for (String around : List.of("", "\"", "\\\"", " ")) {
                        String whole = around + text + around;
                        assertFalse(
                                Scans.found(whole).stream()
                                        .anyMatch(found -> found.startsWith(one.rule() + " ")),
                                () -> one.rule() + " finds something in " + whole);
                    }
                }
            }
        }
    }
}
