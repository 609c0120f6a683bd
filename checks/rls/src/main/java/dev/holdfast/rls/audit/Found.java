package dev.holdfast.rls.audit;

import dev.holdfast.core.result.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a rule finds.
 *
 * @param severity where it is not the rule's own
 * @param table the table that it concerns, or empty
 * @param evidence by name: roles, grants, policies, …
 */
public record Found(
        String subject,
        String table,
        String message,
        Optional<Severity> severity,
        Map<String, List<String>> evidence) {
    public Found {
        evidence = Map.copyOf(evidence);
    }

    /** Of a table, or of a part of it. */
    public static Found of(String subject, String table, String message) {
        return new Found(subject, table, message, Optional.empty(), Map.of());
    }

    /** Of something that is no table. */
    public static Found of(String subject, String message) {
        return of(subject, "", message);
    }

    /** The same, as bad as that. */
    public Found as(Severity other) {
        return new Found(subject, table, message, Optional.of(other), evidence);
    }

    /** The same with evidence; none is left out. */
    public Found with(String name, Collection<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        Map<String, List<String>> more = new TreeMap<>(evidence);
        more.put(name, values.stream().distinct().toList());
        return new Found(subject, table, message, severity, more);
    }
}
