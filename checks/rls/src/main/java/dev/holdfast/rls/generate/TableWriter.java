package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;

/** One table: row security, grants, policies. */
final class TableWriter {
    private final Tables tables;
    private final Tenancy tenancy;
    private final Audience audience;
    private final Policies policies;
    private final Forcing forcing;
    private final Indexes indexes;

    TableWriter(
            Tables tables,
            Tenancy tenancy,
            Audience audience,
            Policies policies,
            Forcing forcing,
            Indexes indexes) {
        this.tables = tables;
        this.tenancy = tenancy;
        this.audience = audience;
        this.policies = policies;
        this.forcing = forcing;
        this.indexes = indexes;
    }

    void write(Script script, Relation table) {
        Treatment treatment = tables.treatment(table.oid()).orElseThrow();
        script.title(table.fullName());
        why(script, table, treatment);
        enable(script, table);
        policies.drop(script, table, treatment);
        script.statement(
                "REVOKE ALL ON TABLE "
                        + Names.of(table)
                        + " FROM "
                        + String.join(", ", audience.losing(table)));
        switch (treatment) {
            case OWN -> own(script, table);
            case TENANTS, MEMBERS -> {
                grant(script, "SELECT", table, member());
                policies.own(script, table, treatment, List.of());
            }
            case SHARED -> {
                grant(script, "SELECT", table, String.join(", ", audience.readers()));
                policies.shared(script, table);
            }
            case CLOSED, THROUGH_PARENT, PARTITION -> {}
        }
        if (treatment.isFloored()) {
            indexes.write(script, table);
        }
    }

    private void why(Script script, Relation table, Treatment treatment) {
        switch (treatment) {
            case OWN -> script.comment("A row is " + whose(table) + ".");
            case TENANTS ->
                    script.comment(
                                    "The tenants themselves: members read theirs. Who makes, changes"
                                            + " or removes a tenant (and its plan, its limits) is for a"
                                            + " SECURITY DEFINER function that checks it, or a service"
                                            + " role. To let every member change a column:")
                            .aside(
                                    "GRANT UPDATE (…) ON TABLE "
                                            + Names.of(table)
                                            + " TO "
                                            + member()
                                            + ";")
                            .aside(policies.suggestedUpdate(table) + ";");
            case MEMBERS ->
                    script.comment(
                            "Who is a member of what. Everybody sees his own memberships; asked"
                                    + " directly and by no helper, so that no policy recurses. No INSERT,"
                                    + " UPDATE or DELETE for "
                                    + member()
                                    + " at all: whoever may write here makes himself a member of any"
                                    + " tenant. Invitations, roles and leaving are for a SECURITY"
                                    + " DEFINER function that checks who asks, or a service role. To"
                                    + " show colleagues to each other, give such a function, not a"
                                    + " policy.");
            case SHARED ->
                    script.comment(
                            "Shared by all tenants, and only read: "
                                    + tenancy.shared().get(table.fullName()));
            case THROUGH_PARENT ->
                    script.comment(
                                    "A row is "
                                            + whose(table)
                                            + ". Nothing is let through: policies that go through"
                                            + " parents do not prove for UPDATE, so write the ones that"
                                            + " are needed, grant, and prove. To begin with:")
                            .aside(policies.suggestedByParent(table) + ";");
            case CLOSED ->
                    script.comment(
                            tenancy.member().isEmpty()
                                    ? "The spec has no session of a member: nothing is let through."
                                    : "No column says whose a row is, and the spec does not call it"
                                            + " shared: row security without a policy and without a grant"
                                            + " lets nothing through. Name its column under tenant.tables or"
                                            + " owner.tables"
                                            + parents(table)
                                            + ", or the table under shared with why, and generate"
                                            + " again. What belongs to several tenants, or to a user by"
                                            + " another table, no spec can say yet: write its policies by"
                                            + " hand, behind this migration.");
            case PARTITION ->
                    script.comment(
                            "A partition: reached through its parent, whose policies count then."
                                    + " Asked directly it lets nothing through.");
        }
    }

    private String parents(Relation table) {
        List<String> columns = tables.possibleParents(table);
        return columns.isEmpty()
                ? ""
                : ", its parent under tenant.parents ("
                        + table.fullName()
                        + ": "
                        + String.join(" or ", columns)
                        + ")";
    }

    private String whose(Relation table) {
        Optional<String> owner =
                tables.owner(table).map(each -> "the user's in " + Names.of(each.name()));
        Optional<String> tenant =
                tables.tenant(table)
                        .map(each -> "the tenant's in " + Names.of(each.name()))
                        .or(() ->
                                tables.parents(table).stream()
                                        .findFirst()
                                        .map(each ->
                                                "that tenant's whose is the row of "
                                                        + each.relation().fullName()
                                                        + " that "
                                                        + Names.of(each.reference().name())
                                                        + " refers to"));
        return owner.isPresent() && tenant.isPresent()
                ? owner.get() + ", and " + tenant.get() + "; both have to be the asker's"
                : owner.or(() -> tenant).orElse("nobody's");
    }

    private void enable(Script script, Relation table) {
        if (audience.mayBe(table.owner())) {
            script.comment(
                    "A role of the sessions owns this table, or may become its owner, and so can"
                            + " turn row security off again. Let another role own it.");
        }
        List<Function> against = forcing.against(table);
        if (against.isEmpty()) {
            script.statement(
                    "ALTER TABLE "
                            + Names.of(table)
                            + " ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY");
            return;
        }
        script.comment(
                        "Not forced: with FORCE the policies would count for "
                                + String.join(
                                        ", ", against.stream().map(Function::fullName).toList())
                                + ", which gets at the table with the rights of its owner, and it"
                                + " would see no row. Give the function to a role with BYPASSRLS, then"
                                + " force it.")
                .statement("ALTER TABLE " + Names.of(table) + " ENABLE ROW LEVEL SECURITY");
    }

    private void own(Script script, Relation table) {
        List<Column> updated =
                table.columns().stream()
                        .filter(each -> !each.generated() && !isWhose(table, each))
                        .filter(each -> !tables.key(table).contains(each.number()))
                        .toList();
        grant(script, "SELECT, INSERT, DELETE", table, member());
        if (updated.isEmpty()) {
            script.comment(
                    "No UPDATE: there is no column but those that say whose the row is and its"
                            + " key.");
        } else {
            grant(script, "UPDATE (" + Names.columns(updated) + ")", table, member());
        }
        policies.own(script, table, Treatment.OWN, updated);
    }

    private boolean isWhose(Relation table, Column column) {
        return tables.owner(table).filter(column::equals).isPresent()
                || tables.tenant(table).filter(column::equals).isPresent();
    }

    private String member() {
        return audience.member().map(each -> Names.of(each.name())).orElse("PUBLIC");
    }

    private static void grant(Script script, String what, Relation table, String to) {
        script.statement("GRANT " + what + " ON TABLE " + Names.of(table) + " TO " + to);
    }
}
