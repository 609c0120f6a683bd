package dev.holdfast.rls.difference;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.difference.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one role reaches of one relation with each command, before and after. */
final class Cells {
    private final Version before;
    private final Version after;
    private final String role;
    private final RowsAsked rows;
    private final List<Difference> found = new ArrayList<>();

    Cells(Version before, Version after, String role, RowsAsked rows) {
        this.before = before;
        this.after = after;
        this.role = role;
        this.rows = rows;
    }

    List<Difference> found() {
        return List.copyOf(found);
    }

    void look(Optional<Relation> was, Optional<Relation> is) {
        for (Privilege each : Privilege.values()) {
            look(was, is, each);
        }
    }

    private void look(Optional<Relation> was, Optional<Relation> is, Privilege privilege) {
        Reach old = Reach.of(before, before.role(role), was, privilege);
        Reach now = Reach.of(after, after.role(role), is, privilege);
        Relation relation = is.or(() -> was).orElseThrow();
        if (privilege == Privilege.TRUNCATE && !relation.kind().isTable()) {
            return;
        }
        if (!old.rows() && !now.rows()) {
            return;
        }
        if (!old.rows() || !now.rows()) {
            add(now.rows() ? Kind.OPENED : Kind.CLOSED, relation, privilege, old, now);
            return;
        }
        columns(relation, privilege, old, now);
        Direction direction =
                relation.kind() == Relation.Kind.VIEW
                                || relation.kind() == Relation.Kind.MATERIALIZED_VIEW
                        ? new Views(before, after, role)
                                .direction(was.orElseThrow(), is.orElseThrow())
                        : direction(was.orElseThrow(), is.orElseThrow(), privilege, old, now);
        switch (direction) {
            case SAME -> {}
            case WIDER -> add(Kind.OPENED, relation, privilege, old, now);
            case NARROWER -> add(Kind.CLOSED, relation, privilege, old, now);
            case UNKNOWN -> add(Kind.CHANGED, relation, privilege, old, now);
        }
    }

    private Direction direction(
            Relation was, Relation is, Privilege privilege, Reach old, Reach now) {
        RowRule ruleBefore = RowRule.of(before, before.role(role).orElseThrow(), old.gate());
        RowRule ruleAfter = RowRule.of(after, after.role(role).orElseThrow(), now.gate());
        if (ruleBefore.equals(ruleAfter) || privilege.command().isEmpty()) {
            return ruleBefore.to(ruleAfter);
        }
        Direction written = ruleBefore.to(ruleAfter);
        if (old.gate().isPresent()
                && now.gate().isPresent()
                && ruleBefore.restsOnTheSame(ruleAfter)) {
            written = rows.written(old.gate().get(), now.gate().get(), written);
        }
        return rows.ask(was, is, privilege.command().get(), written);
    }

    /** A column that is new is of a table that the role reaches as a whole; others were granted. */
    private void columns(Relation relation, Privilege privilege, Reach old, Reach now) {
        if (!privilege.onColumns() || old.columns().equals(now.columns())) {
            return;
        }
        Set<String> more = new TreeSet<>(now.columns());
        more.removeAll(old.columns());
        Set<String> less = new TreeSet<>(old.columns());
        less.removeAll(now.columns());
        boolean grown = old.whole() && now.whole();
        if (!more.isEmpty()) {
            found.add(
                    difference(
                            Kind.OPENED,
                            grown ? Severity.LOW : Severity.HIGH,
                            relation,
                            privilege,
                            "not the columns " + String.join(", ", more),
                            "the columns " + String.join(", ", more),
                            now.evidence()));
        }
        if (!less.isEmpty()) {
            found.add(
                    difference(
                            Kind.CLOSED,
                            Severity.INFO,
                            relation,
                            privilege,
                            "the columns " + String.join(", ", less),
                            "not the columns " + String.join(", ", less),
                            now.evidence()));
        }
    }

    private void add(Kind kind, Relation relation, Privilege privilege, Reach old, Reach now) {
        List<String> evidence = new ArrayList<>();
        old.evidence().forEach(each -> evidence.add("before: " + each));
        now.evidence().forEach(each -> evidence.add("after: " + each));
        found.add(
                difference(
                        kind,
                        severity(relation, privilege, now),
                        relation,
                        privilege,
                        old.words(),
                        now.words(),
                        evidence));
    }

    /** What is new and has policies of its own opened nothing that there was. */
    private Severity severity(Relation relation, Privilege privilege, Reach now) {
        boolean isNew = before.catalog().relation(relation.schema(), relation.name()).isEmpty();
        if (isNew && relation.rowSecurity() && privilege.command().isEmpty()) {
            // As the audit says of them: no client of PostgREST can use them.
            return Severity.LOW;
        }
        return isNew && now.gate().isPresent() ? Severity.MEDIUM : Severity.HIGH;
    }

    private Difference difference(
            Kind kind,
            Severity severity,
            Relation relation,
            Privilege privilege,
            String old,
            String now,
            List<String> evidence) {
        return new Difference(
                kind, severity, relation.fullName(), role, privilege.name(), old, now, evidence);
    }
}
