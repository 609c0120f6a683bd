package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Drops the policies that a table has, and writes those that it gets. */
final class Policies {
    private static final String FLOOR = "tenant_floor";
    private static final String SHARED = "shared_select";
    private static final List<String> OF_MEMBERS =
            List.of(FLOOR, "member_select", "member_insert", "member_update", "member_delete");

    private final Catalog catalog;
    private final Audience audience;
    private final Floor floor;
    private int written;

    Policies(Catalog catalog, Audience audience, Floor floor) {
        this.catalog = catalog;
        this.audience = audience;
        this.floor = floor;
    }

    /** How many were written. */
    int written() {
        return written;
    }

    /** Those that are there, by name; ours too, so that the script may run again. */
    void drop(Script script, Relation table, Treatment treatment) {
        Set<String> there = new TreeSet<>();
        catalog.policiesOf(table.oid()).stream().map(Policy::name).forEach(there::add);
        if (!there.isEmpty()) {
            script.comment("Replaced: the policies " + String.join(", ", there) + ".");
        }
        Set<String> all = new TreeSet<>(there);
        if (treatment == Treatment.OWN) {
            all.addAll(OF_MEMBERS);
        } else if (treatment.isFloored()) {
            all.addAll(OF_MEMBERS.subList(0, 2));
        } else if (treatment == Treatment.SHARED) {
            all.add(SHARED);
        }
        all.forEach(each ->
                script.statement(
                        "DROP POLICY IF EXISTS " + Names.of(each) + " ON " + Names.of(table)));
    }

    /** The floor, and one policy for each command that is granted. */
    void own(Script script, Relation table, Treatment treatment, List<Column> updated) {
        String condition = floor.of(table);
        policy(script, FLOOR, table, " AS RESTRICTIVE FOR ALL", condition, true, true);
        String to = " TO " + Names.of(audience.member().orElseThrow().name());
        policy(script, "member_select", table, " FOR SELECT" + to, condition, true, false);
        if (treatment == Treatment.OWN) {
            policy(script, "member_insert", table, " FOR INSERT" + to, condition, false, true);
            if (!updated.isEmpty()) {
                policy(script, "member_update", table, " FOR UPDATE" + to, condition, true, true);
            }
            policy(script, "member_delete", table, " FOR DELETE" + to, condition, true, false);
        }
    }

    private void policy(
            Script script,
            String name,
            Relation table,
            String what,
            String condition,
            boolean using,
            boolean check) {
        script.statement(
                "CREATE POLICY "
                        + name
                        + " ON "
                        + Names.of(table)
                        + what
                        + (using ? "\n  USING (" + condition + ")" : "")
                        + (check ? "\n  WITH CHECK (" + condition + ")" : ""));
        written++;
    }

    /** A policy for those who want it. */
    String suggestedUpdate(Relation table) {
        String condition = floor.of(table).replaceAll("\\s*\n\\s*", " ");
        return "CREATE POLICY member_update ON %s FOR UPDATE TO %s USING (%s) WITH CHECK (%3$s)"
                .formatted(
                        Names.of(table),
                        Names.of(audience.member().orElseThrow().name()),
                        condition);
    }

    /** What lets members at rows that belong through a parent, for somebody to try. */
    String suggestedByParent(Relation table) {
        return "CREATE POLICY members ON %s TO %s USING (%s)"
                .formatted(
                        Names.of(table),
                        Names.of(audience.member().orElseThrow().name()),
                        floor.of(table));
    }

    /** Everybody reads what is shared. */
    void shared(Script script, Relation table) {
        policy(
                script,
                SHARED,
                table,
                " FOR SELECT TO " + String.join(", ", audience.readers()),
                "true",
                true,
                false);
    }
}
