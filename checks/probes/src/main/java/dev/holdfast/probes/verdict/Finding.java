package dev.holdfast.probes.verdict;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule says of one answer, before anybody knows of which route it was.
 *
 * @param key what tells it from others of the same rule at the same place (a cookie's name, an
 *     attack), the same in every run; empty when there can be only one
 * @param message what is so, for a report; no secret
 * @param properties further facts by name: strings, numbers, booleans, and lists or maps of them
 */
public record Finding(
        CheckInfo rule,
        Outcome outcome,
        Severity severity,
        String key,
        String message,
        Map<String, Object> properties) {
    public Finding {
        // In one order in every run: a report of the same answers is the same.
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** Looked at, and good. */
    public static Finding pass(CheckInfo rule, String message) {
        return new Finding(rule, Outcome.PASS, rule.severity(), "", message, Map.of());
    }

    /** Looked at, and not good; as bad as the rule says. */
    public static Finding fail(CheckInfo rule, String message) {
        return new Finding(rule, Outcome.FAIL, rule.severity(), "", message, Map.of());
    }

    /** Nobody can say, for the reason in the message. */
    public static Finding unknown(CheckInfo rule, String message) {
        return new Finding(rule, Outcome.UNKNOWN, rule.severity(), "", message, Map.of());
    }

    /** The rule does not concern this place, for the reason in the message. */
    public static Finding notApplicable(CheckInfo rule, String message) {
        return new Finding(rule, Outcome.NOT_APPLICABLE, rule.severity(), "", message, Map.of());
    }

    /** What a reply means that is no answer. */
    public static Finding of(CheckInfo rule, Outcome outcome, String message) {
        return new Finding(rule, outcome, rule.severity(), "", message, Map.of());
    }

    /** The same with another severity than the rule's own. */
    public Finding as(Severity other) {
        return new Finding(rule, outcome, other, key, message, properties);
    }

    /** The same told apart from others of the rule. */
    public Finding keyed(String other) {
        return new Finding(rule, outcome, severity, other, message, properties);
    }

    /** The same with one more property. */
    public Finding with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(properties);
        more.put(name, value);
        return new Finding(rule, outcome, severity, key, message, more);
    }
}
