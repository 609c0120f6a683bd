package dev.holdfast.probes.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.verdict.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a probe said and what the service was asked. */
public final class Sight {
    private static final int SECRET = 8;

    private final List<Observation> observations;
    private final List<Asked> asked;

    Sight(
            Probe probe,
            List<Observation> observations,
            List<Asked> asked,
            Map<String, String> variables) {
        this.observations = observations;
        this.asked = asked;
        Set<CheckInfo> rules = Set.copyOf(probe.rules());
        Set<String> places = new HashSet<>();
        for (Observation each : observations) {
            String words = each.toString();
            // A part of a key is a secret too, and so is a token that was signed with it.
            variables.values().stream()
                    .flatMap(String::lines)
                    .filter(line -> line.length() >= SECRET && !line.startsWith("-----"))
                    .forEach(secret ->
                            assertFalse(
                                    words.contains(secret), "a secret is in " + each.subject()));
            assertFalse(words.contains("eyJ"), "a token is in " + each.subject());
            assertTrue(rules.contains(each.finding().rule()), "not told by rules(): " + words);
            assertFalse(each.finding().message().contains("\n"), "several lines: " + words);
            assertTrue(
                    places.add(each.finding().rule().id() + each.subject() + each.finding().key()),
                    "twice the same identity: " + words);
        }
    }

    /** Every observation. */
    public List<Observation> observations() {
        return observations;
    }

    /** What the service was asked, in order. */
    public List<Asked> asked() {
        return asked;
    }

    /** The ids of the rules with that outcome, sorted. */
    public Set<String> ids(Outcome outcome) {
        return observations.stream()
                .filter(each -> each.finding().outcome() == outcome)
                .map(each -> each.finding().rule().id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The observations of a rule. */
    public List<Observation> of(String id) {
        return observations.stream()
                .filter(each -> each.finding().rule().id().value().equals(id))
                .toList();
    }

    /** The one observation of a rule. */
    public Observation one(String id) {
        List<Observation> all = of(id);
        assertTrue(all.size() == 1, id + " was said " + all.size() + " times in " + this);
        return all.getFirst();
    }

    @Override
    public String toString() {
        return observations.stream()
                .map(each ->
                        each.finding().outcome().word()
                                + " "
                                + each.finding().rule().id()
                                + " "
                                + each.subject()
                                + ": "
                                + each.finding().message())
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
