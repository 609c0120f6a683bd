package dev.holdfast.rls.audit;

import dev.holdfast.core.result.Result;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The audit of a catalogue: every rule over the effective access of the exposed roles. A table of
 * which no rule says anything gets a pass; what was asked for and is not there is unknown.
 */
public final class Audit {

    private Audit() {}

    /** What the audit says, worst first. */
    public static List<Result> of(Catalog catalog, AuditRequest request) {
        return of(new Scene(catalog, request));
    }

    /** The same of a scene that is set. */
    public static List<Result> of(Scene scene) {
        List<Result> results = new ArrayList<>(Looked.missing(scene));
        Set<String> concerned = new HashSet<>();
        results.forEach(each -> concerned.add(table(String.valueOf(each.subject()))));
        for (AuditRule rule : Rules.all()) {
            List<Found> found = rule.look(scene);
            found.forEach(each -> concerned.add(each.table()));
            results.addAll(Results.of(rule, found));
        }
        if (!scene.roles().isEmpty()) {
            for (Relation table : scene.tables()) {
                if (!concerned.contains(table.fullName())) {
                    results.add(Looked.clean(scene, table));
                }
            }
        }
        results.sort(Result.WORST_FIRST);
        return List.copyOf(results);
    }

    /** {@code schema.table} of {@code schema.table:policy}. */
    private static String table(String subject) {
        int colon = subject.indexOf(':');
        return colon < 0 ? subject : subject.substring(0, colon);
    }
}
