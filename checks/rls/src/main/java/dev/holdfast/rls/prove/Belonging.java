package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.tenancy.Parent;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose a row is, as the tenancy spec says. A row whose owner or tenant is NULL is nobody's. */
final class Belonging {
    private final Encoding encoding;
    private final Tenancy tenancy;

    Belonging(Encoding encoding, Tenancy tenancy) {
        this.encoding = encoding;
        this.tenancy = tenancy;
    }

    /** Holds when a row may be somebody else's. */
    Formula foreign(Row row) {
        return Formula.or(ofAnotherUser(row), ofAnotherTenant(row));
    }

    private Formula ofAnotherUser(Row row) {
        return tenancy.owner(row.relation())
                .map(each -> term(row, each.number()))
                .map(owner ->
                        Formula.and(
                                Formula.not(owner.isNull()),
                                Formula.not(Formula.same(owner.value(), Session.USER))))
                .orElse(Formula.FALSE);
    }

    /** By its own column, or by that of the row that it refers to, for which one is made. */
    private Formula ofAnotherTenant(Row row) {
        Relation relation = row.relation();
        if (tenancy.tenant(relation).isEmpty()
                && !tenancy.parents().containsKey(relation.fullName())) {
            return Formula.FALSE;
        }
        Optional<List<Parent>> chain =
                Parent.chain(relation, tenancy, encoding.universe().catalog());
        if (chain.isEmpty()) {
            // The spec was held against another catalogue: anybody may be a stranger.
            encoding.ground().leaveOpen("the parents of " + relation.fullName());
            return Formula.TRUE;
        }
        List<Formula> all = new ArrayList<>();
        Row at = row;
        for (Parent each : chain.get()) {
            Row above = encoding.rows().stored(each.relation());
            all.add(above.present());
            all.add(refers(at, above, each));
            at = above;
        }
        Column column = tenancy.tenant(at.relation()).orElseThrow();
        Term tenant = term(at, column.number());
        all.add(Formula.not(tenant.isNull()));
        all.add(notMember(tenant, column.type()));
        return Formula.and(all);
    }

    private Formula refers(Row row, Row above, Parent parent) {
        if (parent.checked()
                && encoding.values()
                        .constants()
                        .isOneFamily(parent.reference().type(), parent.key().type())
                && row.columns().get(parent.reference().number()) instanceof Item.Plain(Term from)
                && above.columns().get(parent.key().number()) instanceof Item.Plain(Term key)) {
            return Formula.and(
                    Formula.not(from.isNull()),
                    Formula.not(key.isNull()),
                    Formula.same(from.value(), key.value()));
        }
        // A boolean, or texts that are equal and not the same: any row may be the one.
        return Formula.TRUE;
    }

    /**
     * Holds when the tenant may be none of whoever asks.
     *
     * @param type of the tenant
     */
    Formula notMember(Term tenant, long type) {
        if (tenancy.members().isEmpty()) {
            Optional<Kleene> one =
                    encoding.universe()
                            .spec()
                            .tenants()
                            .flatMap(each -> new SessionTenants(encoding, each).has(tenant, type));
            if (one.isPresent()) {
                return one.get().notYes();
            }
            // What was not parsed or cannot be compared: anybody may be a stranger.
            encoding.ground().leaveOpen("which tenants the session has");
            return Formula.TRUE;
        }
        Tenancy.Members members = tenancy.members().get();
        Relation table = relation(members.table());
        int user = table.column(members.user()).orElseThrow().number();
        int of = table.column(members.tenant()).orElseThrow().number();
        return encoding.ground()
                .forAll(
                        "no member",
                        List.of(table.oid()),
                        rows -> {
                            Row row = rows.getFirst();
                            Term member = term(row, user);
                            Term its = term(row, of);
                            return Formula.or(
                                    Formula.not(row.present()),
                                    member.isNull(),
                                    Formula.not(Formula.same(member.value(), Session.USER)),
                                    its.isNull(),
                                    Formula.not(Formula.same(its.value(), tenant.value())));
                        });
    }

    /** A row of a partition or a child of the members' table is one of its rows, too. */
    void countAmongMembers(Row row) {
        Relation table = relation(tenancy.members().orElseThrow().table());
        long own = row.relation().oid();
        if (own == table.oid()
                || !Lineage.below(encoding.universe().catalog(), table.oid()).contains(own)) {
            return;
        }
        Row twin = encoding.rows().stored(table);
        List<Formula> same = new ArrayList<>(List.of(twin.present()));
        for (Column each : table.columns()) {
            row.relation()
                    .column(each.name())
                    .map(it -> row.columns().get(it.number()))
                    .ifPresent(item -> {
                        if (item instanceof Item.Plain(Term here)
                                && twin.columns().get(each.number())
                                        instanceof Item.Plain(Term there)) {
                            same.add(here.notDistinct(there).yes());
                        }
                    });
        }
        encoding.ground().fact(Formula.implies(row.present(), Formula.and(same)));
    }

    /** The table of that name, which the spec's reader has held against the catalogue. */
    private Relation relation(String fullName) {
        return encoding.universe().catalog().relation(fullName).orElseThrow();
    }

    Term term(Row row, int column) {
        Item item = row.columns().get(column);
        return item instanceof Item.Plain plain
                ? plain.term()
                : encoding.ground().term("column " + column);
    }
}
