package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the migration, of nothing but the catalogue's and the spec's facts. */
final class Writer {
    /** Where what the migration makes for itself lies; no API shows it. */
    static final String SCHEMA = "holdfast";

    private final Catalog catalog;
    private final Tenancy tenancy;
    private final Tables tables;
    private final Audience audience;
    private final EffectiveAccess access;
    private final Settings settings;
    private final Asking asking;

    private Writer(Catalog catalog, Tenancy tenancy, List<String> schemas, ServerFacts facts) {
        this.catalog = catalog;
        this.tenancy = tenancy;
        this.access = new EffectiveAccess(catalog);
        this.tables = new Tables(catalog, tenancy, schemas);
        this.audience = new Audience(catalog, access, tenancy);
        this.settings = new Settings(tenancy);
        this.asking = new Asking(catalog, tenancy, facts, settings);
    }

    /** The migration. The same facts give the same text. */
    static Migration write(
            Catalog catalog,
            Tenancy tenancy,
            List<String> schemas,
            ServerFacts facts,
            boolean auditLog) {
        return new Writer(catalog, tenancy, schemas, facts).all(facts, auditLog);
    }

    private Migration all(ServerFacts facts, boolean auditLog) {
        WaysAround ways = new WaysAround(access);
        Floor floor = new Floor(catalog, tenancy, tables, asking);
        Policies policies = new Policies(catalog, audience, floor);
        Indexes indexes = new Indexes(catalog, floor);
        References references = new References(catalog, tables, facts, indexes);
        Script keys = new Script();
        // First, because an index that a key needs may do for the policies.
        references.write(keys);
        TableWriter writer =
                new TableWriter(
                        tables,
                        tenancy,
                        audience,
                        policies,
                        new Forcing(access, ways.functions(), audience),
                        indexes);
        Script script = new Script();
        header(script);
        script.blank().statement("BEGIN");
        own(script, auditLog);
        settings.write(script, audience);
        Defaults defaults = new Defaults(catalog, tables, audience, access);
        defaults.schemas(script);
        new Called(catalog, access, audience, asking).write(script);
        tables.all().forEach(each -> writer.write(script, each));
        script.append(keys);
        new Sequences(tables, audience).write(script);
        new Views(catalog, tables, audience, ways).write(script);
        new Functions(catalog, tables, audience, ways.functions(), asking).write(script);
        defaults.privileges(script);
        if (auditLog) {
            new AuditLog(tables, audience, asking).write(script);
        }
        script.blank().statement("COMMIT");
        references.validate(script);
        return new Migration(
                script.toString(),
                tables.all().stream().map(Relation::fullName).collect(Collectors.toSet()),
                policies.written());
    }

    private void header(Script script) {
        script.comment(
                        "Row level security that denies by default. Written by holdfast rls generate.")
                .comment("")
                .comment("THIS REPLACES WHAT IS THERE.")
                .comment(
                        "Of the tables below, "
                                + replaced()
                                + " dropped (each is named where it is), and every grant of "
                                + String.join(", ", losing())
                                + " is revoked before the few that follow. Whatever lived on those"
                                + " stops working, and so does what was let through by them.")
                .comment("")
                .comment(
                        "All members of a tenant are alike: the spec knows no ranks. To let only some"
                                + " do something, add a policy AS RESTRICTIVE for that command.")
                .comment(
                        "tenant_floor is restrictive and for everybody, so that a policy that somebody"
                                + " adds later lets nothing through that is not the asker's. It lets"
                                + " nothing through by itself; the policies beside it repeat it, so that"
                                + " neither alone opens a table. (SELECT …) around who asks has it asked"
                                + " once a statement and not once a row.")
                .comment(
                        "UPDATE is granted on all columns but those that say whose a row is, those of the"
                                + " primary key and those that are computed: a row is not moved to"
                                + " another owner, nor put in the place of another. An upsert that"
                                + " sets such a column needs the grant, and stays within the policies.")
                .comment(
                        "FORCE makes policies count for a table's owner, too; PostgreSQL's own checks"
                                + " of foreign keys pass all the same. Whoever loads, repairs or dumps rows"
                                + " of all tenants needs a role with BYPASSRLS, which is what a service"
                                + " role is.")
                .comment(
                        "It locks each table for a moment, and for as long as an index is built. On a"
                                + " table of many rows, build it first: CREATE INDEX CONCURRENTLY with the"
                                + " name that is used here, which IF NOT EXISTS then finds. The whole may"
                                + " be run again.");
    }

    private String replaced() {
        List<Policy> all =
                catalog.policies().stream()
                        .filter(each -> tables.treatment(each.relation()).isPresent())
                        .toList();
        return switch (all.size()) {
            case 0 -> "none has a policy that would be";
            case 1 -> "the one policy is";
            default -> "all " + all.size() + " policies are";
        };
    }

    private Set<String> losing() {
        Set<String> all = new TreeSet<>();
        tables.all().forEach(each -> all.addAll(audience.losing(each)));
        return all.isEmpty() ? Set.of("PUBLIC") : all;
    }

    /** A schema for what is not to be shown. */
    private void own(Script script, boolean auditLog) {
        if (!auditLog && !settings.hasFunctions()) {
            return;
        }
        script.title("A schema that no API shows")
                .statement("CREATE SCHEMA IF NOT EXISTS " + SCHEMA)
                .statement("REVOKE ALL ON SCHEMA " + SCHEMA + " FROM " + audience.everybody());
        if (settings.hasFunctions()) {
            audience.member()
                    .ifPresent(each ->
                            script.statement(
                                    "GRANT USAGE ON SCHEMA "
                                            + SCHEMA
                                            + " TO "
                                            + Names.of(each.name())));
        }
    }
}
