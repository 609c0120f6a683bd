package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose a row is, as the tenancy spec says. A row whose owner or tenant is NULL is nobody's. */
public final class Belonging {
    private final Encoding encoding;
    private final Tenancy tenancy;

    Belonging(Encoding encoding, Tenancy tenancy) {
        this.encoding = encoding;
        this.tenancy = tenancy;
    }

    /** The column by which a table's rows belong to a user. */
    public static Optional<Column> owner(Relation relation, Tenancy tenancy) {
        return tenancy.owners().stream()
                .flatMap(each -> relation.column(each).stream())
                .findFirst();
    }

    /** The column by which a table's rows belong to a tenant. */
    public static Optional<Column> tenant(Relation relation, Tenancy tenancy) {
        String named = tenancy.tenantTables().get(relation.fullName());
        if (named != null) {
            return relation.column(named);
        }
        return tenancy.tenants().stream()
                .flatMap(each -> relation.column(each).stream())
                .findFirst();
    }

    /** Whether rows of the table belong to anybody. */
    public static boolean has(Relation relation, Tenancy tenancy) {
        return owner(relation, tenancy).isPresent() || tenant(relation, tenancy).isPresent();
    }

    /** Holds when a row may be somebody else's. */
    Formula foreign(Row row) {
        List<Formula> ways = new ArrayList<>();
        owner(row.relation(), tenancy)
                .map(each -> term(row, each.number()))
                .ifPresent(owner ->
                        ways.add(
                                Formula.and(
                                        Formula.not(owner.isNull()),
                                        Formula.not(Formula.same(owner.value(), Session.USER)))));
        tenant(row.relation(), tenancy)
                .ifPresent(each -> {
                    Term tenant = term(row, each.number());
                    ways.add(
                            Formula.and(
                                    Formula.not(tenant.isNull()), notMember(tenant, each.type())));
                });
        return Formula.or(ways);
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
