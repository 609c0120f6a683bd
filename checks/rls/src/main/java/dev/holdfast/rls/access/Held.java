package dev.holdfast.rls.access;

import java.util.List;

/**
 * A privilege that a role has on a relation.
 *
 * @param because all grants that give it
 * @param columns the columns it is limited to, or empty when it is the whole relation's
 */
public record Held(Privilege privilege, List<Because> because, List<String> columns) {
    public Held {
        because = List.copyOf(because);
        columns = List.copyOf(columns);
    }

    /** Whether nothing but ownership or superuser gives it. */
    public boolean onlyByOwnership() {
        return because.stream()
                .allMatch(each ->
                        each.kind() == Because.Kind.OWNERSHIP
                                || each.kind() == Because.Kind.SUPERUSER);
    }

    /** {@code SELECT (a, b): granted to PUBLIC}. */
    public String text() {
        String on = columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")";
        return privilege
                + on
                + ": "
                + String.join("; ", because.stream().map(Because::text).toList());
    }
}
