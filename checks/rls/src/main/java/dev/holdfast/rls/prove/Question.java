package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A property of a table, asked the other way round: can there be a row by which it is broken? What
 * has no answer cannot happen.
 *
 * @param broken holds when it is broken
 * @param facts hold in any case
 * @param old the row that is there before, if there is one
 * @param written the row that is written, if one is
 * @param tenants the array of the session's tenants, if it is one
 */
record Question(
        Universe universe,
        Ground ground,
        Formula broken,
        List<Formula> facts,
        Optional<Row> old,
        Optional<Row> written,
        Optional<Item> tenants) {
    Question {
        facts = List.copyOf(facts);
    }

    /** All of it. */
    List<Formula> formulas() {
        List<Formula> all = new ArrayList<>(List.of(broken));
        all.addAll(facts);
        return all;
    }

    /** Asks whether the property of a table can be broken. */
    static Question of(Universe universe, Tenancy tenancy, Relation relation, Property property) {
        Ground ground = new Ground();
        Encoding encoding = new Encoding(universe, ground);
        Belonging belonging = new Belonging(encoding, tenancy);
        Asking asking =
                new Asking(encoding, belonging, tenancy, relation, universe.session().role());
        return switch (property) {
            case ANONYMOUS_READ -> asking.read(false);
            case CROSS_READ -> asking.read(true);
            case CROSS_INSERT -> asking.insert();
            case CROSS_UPDATE -> asking.update(false);
            case CROSS_DELETE -> asking.delete();
            case ESCALATION -> asking.escalation();
        };
    }

    private record Asking(
            Encoding encoding, Belonging belonging, Tenancy tenancy, Relation relation, Role role) {

        Question read(boolean foreign) {
            Row row = encoding.rows().stored(relation);
            Formula seen = reached(row, Command.SELECT);
            return asked(
                    Optional.of(row),
                    Optional.empty(),
                    Formula.and(seen, foreign ? belonging.foreign(row) : Formula.TRUE));
        }

        Question insert() {
            Row row = encoding.rows().written(relation);
            return asked(
                    Optional.empty(),
                    Optional.of(row),
                    Formula.and(accepted(row, Command.INSERT), belonging.foreign(row)));
        }

        Question delete() {
            Row row = encoding.rows().stored(relation);
            return asked(
                    Optional.of(row),
                    Optional.empty(),
                    Formula.and(reached(row, Command.DELETE), belonging.foreign(row)));
        }

        /** Somebody else's row is changed, or one's own made somebody else's. */
        Question update(boolean becomingMember) {
            Row old = encoding.rows().stored(relation);
            if (becomingMember) {
                belonging.countAmongMembers(old);
            }
            Row written = encoding.rows().written(relation);
            Formula passes =
                    Formula.and(
                            reached(old, Command.UPDATE),
                            accepted(written, Command.UPDATE),
                            kept(old, written));
            Formula broken =
                    becomingMember
                            ? becomes(written)
                            : Formula.or(belonging.foreign(old), belonging.foreign(written));
            return asked(Optional.of(old), Optional.of(written), Formula.and(passes, broken));
        }

        /** By INSERT or by UPDATE; an upsert passes the gates of one of them. */
        Question escalation() {
            boolean inserts = may(Privilege.INSERT);
            boolean updates = may(Privilege.UPDATE);
            if (!inserts) {
                return update(true);
            }
            Row row = encoding.rows().written(relation);
            Formula byInsert = Formula.and(accepted(row, Command.INSERT), becomes(row));
            if (!updates) {
                return asked(Optional.empty(), Optional.of(row), byInsert);
            }
            Row old = encoding.rows().stored(relation);
            belonging.countAmongMembers(old);
            Formula byUpdate =
                    Formula.and(
                            reached(old, Command.UPDATE),
                            accepted(row, Command.UPDATE),
                            kept(old, row),
                            becomes(row));
            return asked(Optional.of(old), Optional.of(row), Formula.or(byInsert, byUpdate));
        }

        private boolean may(Privilege privilege) {
            return encoding.universe().access().held(role.oid(), relation, privilege).isPresent();
        }

        /** The row makes whoever asks a member of a tenant that he was no member of. */
        private Formula becomes(Row row) {
            Tenancy.Members members = tenancy.members().orElseThrow();
            Term user = term(row, members.user());
            Term tenant = term(row, members.tenant());
            return Formula.and(
                    Formula.not(user.isNull()),
                    Formula.same(user.value(), Session.USER),
                    Formula.not(tenant.isNull()),
                    belonging.notMember(
                            tenant, relation.column(members.tenant()).orElseThrow().type()));
        }

        private Term term(Row row, String column) {
            return belonging.term(row, relation.column(column).orElseThrow().number());
        }

        private Formula reached(Row row, Command command) {
            return Formula.and(
                    row.present(), encoding.visibility().reaches(row, command, role, 0).yes());
        }

        private Formula accepted(Row row, Command command) {
            return encoding.visibility().accepts(row, command, role, 0).yes();
        }

        /** Columns that the role may not write stay, unless a trigger writes them. */
        private Formula kept(Row old, Row written) {
            if (triggered()) {
                return Formula.TRUE;
            }
            Optional<Held> update =
                    encoding.universe().access().held(role.oid(), relation, Privilege.UPDATE);
            List<Formula> same = new ArrayList<>();
            for (Column each : relation.columns()) {
                if (!each.generated()
                        && !update.map(held -> isOf(held, each)).orElse(false)
                        && old.columns().get(each.number()) instanceof Item.Plain before
                        && written.columns().get(each.number()) instanceof Item.Plain after) {
                    same.add(after.term().notDistinct(before.term()).yes());
                }
            }
            return Formula.and(same);
        }

        /** Also by a partition's own; a row that moves to another partition is inserted there. */
        private boolean triggered() {
            Catalog catalog = encoding.universe().catalog();
            Set<Long> below = Lineage.below(catalog, relation.oid());
            return catalog.triggers().stream()
                    .filter(each -> each.before() && below.contains(each.relation()))
                    .anyMatch(each ->
                            each.events().contains("w")
                                    || (below.size() > 1 && each.events().contains("a")));
        }

        /** A grant that names no column is of all of them. */
        private static boolean isOf(Held held, Column column) {
            return held.columns().isEmpty() || held.columns().contains(column.name());
        }

        /** The spec's expression yields whoever asks, where that is not a function's result. */
        private Optional<Formula> identified() {
            Session session = encoding.universe().session();
            if (!session.identified() || session.identity() != 0 || session.byRole()) {
                return Optional.empty();
            }
            return encoding.universe()
                    .spec()
                    .identity()
                    .map(each -> encoding.values().term(each, Scope.ofSession(session.role())))
                    .map(term ->
                            Formula.and(
                                    Formula.not(term.isNull()),
                                    Formula.same(term.value(), Session.USER)));
        }

        private Question asked(Optional<Row> old, Optional<Row> written, Formula broken) {
            Ground ground = encoding.ground();
            Optional<Item> tenants =
                    encoding.universe()
                            .spec()
                            .tenants()
                            .filter(_ -> encoding.universe().session().identified())
                            .flatMap(each -> new SessionTenants(encoding, each).array());
            identified().ifPresent(ground::fact);
            new Facts(encoding).sayAll(broken);
            return new Question(
                    encoding.universe(), ground, broken, ground.facts(), old, written, tenants);
        }
    }
}
