package dev.holdfast.rls.trial;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Grant;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.prove.OwnRows;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.seed.Budget;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.Limits;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two tenants who try everything at each other's rows. It needs no knowledge of the schema: rows
 * are made for each tenant, and what one of them reaches of the other's is reported. All of it is
 * one transaction, which is rolled back.
 */
public final class Trial {
    private static final Identity A = new Identity("A", 1);
    private static final Identity B = new Identity("B", 2);
    private static final Identity STRANGER = new Identity("C", 3);
    private static final List<Identity> OWNERS = List.of(A, B);
    private static final String ANYBODY = "holdfast_anybody";

    private final Connection connection;
    private final Transaction transaction;
    private final Optional<Tenancy> tenancy;
    private final List<String> schemas;
    private final Optional<OwnRows> rows;
    private final Budget budget;

    private Trial(
            Connection connection,
            Transaction transaction,
            Optional<Tenancy> tenancy,
            Optional<OwnRows> rows,
            List<String> schemas,
            Budget budget) {
        this.budget = budget;
        this.rows = rows;
        this.connection = connection;
        this.transaction = transaction;
        this.tenancy = tenancy;
        this.schemas = List.copyOf(schemas);
    }

    /**
     * Tries it in a database of a throw-away server.
     *
     * @param tenancy whose rows are; without one, columns are taken by their usual names
     * @param schemas that are exposed
     * @throws SQLException when the server is gone
     */
    public static Report run(Database database, Optional<Tenancy> tenancy, List<String> schemas)
            throws SQLException {
        try (Connection own = database.connectForScripts()) {
            return run(own, true, tenancy, Optional.empty(), schemas, usual());
        }
    }

    /** The time that a trial has, from now on. */
    static Budget usual() {
        return new Budget(Limits.USUAL, InstantSource.system());
    }

    /**
     * Tries it behind a connection.
     *
     * @param connection a new one, so that it has settings that were never set
     * @param rows finds rows that their owner sees, when there is something to find them by
     * @param allowed whether whoever runs it has said that this database may be written
     * @throws UserProblem when it has not been said: locks are held, and sequences of others
     *     advance, even in a transaction that is rolled back
     * @throws SQLException when the server is gone
     */
    public static Report run(
            Connection connection,
            boolean allowed,
            Optional<Tenancy> tenancy,
            Optional<OwnRows> rows,
            List<String> schemas,
            Budget budget)
            throws SQLException {
        if (!allowed) {
            throw new UserProblem(
                    "the database is not a throw-away one: commands that write would run in it",
                    "give --throwaway if it may be written, or --migrations for a server of our own");
        }
        try (Transaction transaction = new Transaction(connection)) {
            transaction.bound(budget.limits());
            return new Trial(connection, transaction, tenancy, rows, schemas, budget).report();
        } catch (SQLException failed) {
            return Report.nothing(budget.lost("a table, a row for it being made,", failed));
        }
    }

    private Report report() throws SQLException {
        List<String> roles = roles();
        if (roles.contains(ANYBODY)) {
            transaction.run("CREATE ROLE " + ANYBODY + " NOLOGIN");
        }
        Control.make(transaction, roles);
        Catalog catalog = CatalogReader.readHere(connection);
        Belongings belongings = new Belongings(catalog, tenancy);
        List<Relation> tables =
                catalog.allRelations().stream()
                        .filter(each -> each.kind().isTable() && isOurs(each.schema()))
                        .filter(each -> each.extension().isEmpty())
                        .filter(each -> !isShared(each))
                        .toList();
        Shapes shapes =
                Shapes.of(
                        catalog,
                        tables.stream().filter(each -> !isControl(each.fullName())).toList(),
                        belongings,
                        usersAreRoles());
        Seeds seeds =
                new Seeds(
                        catalog,
                        transaction,
                        belongings,
                        shapes,
                        budget,
                        new Suggestions(rows, catalog, transaction));
        List<Relation> owned = tables.stream().filter(belongings::owned).toList();
        Asker.replica(transaction, true);
        for (Identity each : OWNERS) {
            for (Relation table : owned) {
                seeds.make(table, each);
            }
        }
        Map<Long, Seeds.Seed> flagged = new HashMap<>();
        if (tenancy.isPresent()) {
            // Only a spec says that no flag makes a row everybody's.
            for (Relation table : owned) {
                seeds.flagged(table, B).ifPresent(each -> flagged.put(table.oid(), each));
            }
        }
        refresh(catalog);
        if (usersAreRoles()) {
            makeRoles(shapes);
        }
        List<Callers.Caller> callers = new ArrayList<>();
        Callers makes = new Callers(catalog, tenancy, shapes);
        roles.forEach(each -> callers.addAll(makes.of(each, OWNERS, STRANGER)));
        List<String> seeded = new ArrayList<>();
        Map<String, String> failed = new HashMap<>(seeds.failed());
        Map<String, List<Seeds.Seed>> all = new HashMap<>();
        Probes probes = new Probes(transaction, budget);
        // Users that are roles have been made since it was read.
        EffectiveAccess access =
                new EffectiveAccess(usersAreRoles() ? CatalogReader.readHere(connection) : catalog);
        List<TableTrial> trials = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        Asker.replica(transaction, true);
        for (Relation table : owned) {
            Map<String, Seeds.Seed> rows = rows(seeds, table);
            if (rows.size() < OWNERS.size()) {
                failed.putIfAbsent(table.fullName(), "it took no row of each tenant");
                cells.add(notSeeded(table, failed.getOrDefault(table.fullName(), "")));
                continue;
            }
            seeded.add(table.fullName());
            rows.forEach((name, row) -> all.computeIfAbsent(name, _ -> new ArrayList<>()).add(row));
            trials.add(
                    new TableTrial(
                            access,
                            belongings,
                            probes,
                            rows,
                            seeds,
                            OWNERS,
                            Optional.ofNullable(flagged.get(table.oid()))));
        }
        Asker.replica(transaction, false);
        OpenTrial open = new OpenTrial(catalog, transaction, budget, all, shapes);
        // A setting that was set once is never unset again in its connection.
        for (boolean isNew : new boolean[] {true, false}) {
            List<Callers.Caller> now =
                    callers.stream().filter(each -> each.isNew() == isNew).toList();
            for (TableTrial each : trials) {
                each.attack(now);
            }
            open(catalog, open, now);
        }
        trials.forEach(each -> cells.addAll(each.cells(callers)));
        cells.addAll(open.cells());
        return new Report(
                cells.stream().filter(each -> !isControl(each.object())).toList(),
                seeded.stream().filter(each -> !isControl(each)).toList(),
                failed,
                tables.stream()
                        .filter(each -> !belongings.owned(each))
                        .map(Relation::fullName)
                        .toList(),
                Control.isSeen(cells));
    }

    private static boolean isControl(String object) {
        return object.startsWith(Control.SCHEMA + ".");
    }

    private boolean isOurs(String schema) {
        return schemas.contains(schema) || schema.equals(Control.SCHEMA);
    }

    private boolean isShared(Relation table) {
        return tenancy.map(each -> each.shared().containsKey(table.fullName())).orElse(false);
    }

    private static Map<String, Seeds.Seed> rows(Seeds seeds, Relation table) {
        Map<String, Seeds.Seed> rows = new HashMap<>();
        OWNERS.forEach(each -> seeds.of(table, each).ifPresent(row -> rows.put(each.name(), row)));
        return rows;
    }

    private static Cell notSeeded(Relation table, String why) {
        return new Cell(
                "every role",
                "every session",
                table.fullName(),
                "every command",
                Cell.Outcome.INCONCLUSIVE,
                why);
    }

    private void open(Catalog catalog, OpenTrial trial, List<Callers.Caller> callers)
            throws SQLException {
        for (Relation each : catalog.allRelations()) {
            boolean view =
                    each.kind() == Relation.Kind.VIEW
                            || each.kind() == Relation.Kind.MATERIALIZED_VIEW;
            if (view && isOurs(each.schema()) && each.extension().isEmpty()) {
                trial.view(each, callers);
            }
        }
        for (Function each : catalog.functions().values()) {
            if (each.definer() && isOurs(each.schema()) && each.extension().isEmpty()) {
                trial.function(each, callers, OWNERS);
            }
        }
    }

    /** A materialized view holds what was there when it was last filled. */
    private void refresh(Catalog catalog) throws SQLException {
        for (Relation each : catalog.allRelations()) {
            if (each.kind() == Relation.Kind.MATERIALIZED_VIEW && isOurs(each.schema())) {
                try {
                    transaction.run("REFRESH MATERIALIZED VIEW " + Quoted.name(each));
                } catch (SQLException refused) {
                    // Then its cells are without a control, and say so.
                    Failure.requireAnswer(refused);
                }
            }
        }
    }

    /** Whether the name of the role says who asks, so that each user is a role. */
    private boolean usersAreRoles() {
        return tenancy.map(Tenancy::usersAreRoles).orElse(false);
    }

    /** A role of its own for each of them, which is in the group of the member's session. */
    private void makeRoles(Shapes shapes) throws SQLException {
        String group = tenancy.flatMap(Tenancy::member).orElseThrow().role();
        for (Identity each : List.of(A, B, STRANGER)) {
            try {
                transaction.run(
                        "CREATE ROLE %s NOLOGIN IN ROLE %s"
                                .formatted(Quoted.name(each.user(shapes)), Quoted.name(group)));
            } catch (SQLException refused) {
                Failure.requireAnswer(refused);
                throw new UserProblem(
                        "no role can be made a member of "
                                + group
                                + ": "
                                + Failure.of(refused).sentence(),
                        "run it as somebody who may make roles, or on --migrations");
            }
        }
    }

    /** The roles of the spec, or all that something is granted to and that policies count for. */
    private List<String> roles() throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        if (tenancy.isPresent()) {
            tenancy.get().anonymous().ifPresent(each -> names.add(each.role()));
            tenancy.get().member().ifPresent(each -> names.add(each.role()));
            return List.copyOf(names);
        }
        Catalog catalog = CatalogReader.readHere(connection);
        for (Relation each : catalog.allRelations()) {
            if (schemas.contains(each.schema())) {
                each.acl().forEach(grant -> role(catalog, each, grant).ifPresent(names::add));
                each.columns()
                        .forEach(column ->
                                column.acl()
                                        .forEach(grant ->
                                                role(catalog, each, grant).ifPresent(names::add)));
            }
        }
        if (names.isEmpty()) {
            names.add(ANYBODY);
        }
        return List.copyOf(names);
    }

    private static Optional<String> role(Catalog catalog, Relation relation, Grant grant) {
        if (grant.grantee() == Role.PUBLIC) {
            return Optional.of(ANYBODY);
        }
        return Optional.ofNullable(catalog.roles().get(grant.grantee()))
                .filter(each -> each.oid() != relation.owner())
                .filter(each -> !each.superuser() && !each.bypassesRowSecurity())
                .map(Role::name);
    }
}
