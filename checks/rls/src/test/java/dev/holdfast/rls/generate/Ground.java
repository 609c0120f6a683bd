package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.migration.Applied;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.source.TemporaryView;
import dev.holdfast.rls.tenancy.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers with Supabase's roles, databases with schemas of tests, and sessions in these. */
final class Ground implements AutoCloseable {
    static final String A = "00000000-0000-4000-8000-00000000000a";
    static final String B = "00000000-0000-4000-8000-00000000000b";
    static final String ORG_A = "00000000-0000-4000-8000-0000000000aa";
    static final String ORG_B = "00000000-0000-4000-8000-0000000000bb";

    private final Map<Servers, ThrowawayServer> servers = new EnumMap<>(Servers.class);

    Ground() throws IOException, SQLException {
        for (Servers each : Servers.values()) {
            ThrowawayServer server = each.start();
            servers.put(each, server);
            StubPack.SUPABASE.applyTo(server.database(), NewTables.GRANTED);
        }
    }

    /** A database with a schema beside this class. */
    Database with(Servers where, String name) throws Exception {
        return made(where, resource(Ground.class, name + ".sql"));
    }

    /** A database with a schema of the prover's. */
    Database ofProver(Servers where, String name) throws Exception {
        String sql = resource(ProofSchema.class, name + ".sql");
        // Roles are the whole server's, and may be there from another test.
        return made(
                where,
                sql.replaceAll(
                        "(?m)^create role .*;$",
                        "do \\$\\$ begin $0 exception when duplicate_object then null; end"
                                + " \\$\\$;"));
    }

    /** A database with a schema that is written out. */
    Database made(Servers where, String sql) throws Exception {
        ThrowawayServer server = servers.get(where);
        Database database = server.copy(server.database());
        ProofSchema.run(database, sql);
        return database;
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Generates for a database and, as generating tries it, applies to it. */
    static Generated generate(Database database, Tenancy tenancy, boolean auditLog)
            throws Exception {
        return generator(database, tenancy, auditLog).of(opened(database, true));
    }

    static Generator generator(Database database, Tenancy tenancy, boolean auditLog) {
        CatalogSource source =
                new CatalogSource() {
                    @Override
                    public String name() {
                        return "a test";
                    }

                    @Override
                    public Opened open() throws SQLException {
                        return opened(database, true);
                    }
                };
        return new Generator(source, (_, _) -> tenancy, List.of(), auditLog, new InterpolSolver());
    }

    static Opened opened(Database database, boolean ours) throws SQLException {
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogReader.read(connection);
            return new Opened(
                    catalog,
                    FunctionBodies.read(connection, catalog),
                    List.of("public"),
                    new TemporaryView(database::connectForScripts),
                    Optional.of(database::connectForScripts),
                    ours ? Optional.of(new Applied(1, 1, List.of(), List.of())) : Optional.empty(),
                    List.of(),
                    () -> {});
        }
    }

    /** What a test asks of sessions, in a transaction that is rolled back. */
    interface Asking {
        void in(Sessions sessions) throws Exception;
    }

    static void asking(Database database, Asking asking) throws Exception {
        try (Connection connection = database.connectForScripts();
                Transaction transaction = new Transaction(connection)) {
            asking.in(new Sessions(transaction));
        }
    }

    /** Sessions of the owner, of members and of nobody. */
    record Sessions(Transaction transaction) {

        void owner(String sql) throws SQLException {
            transaction.run(sql);
        }

        String one(String sql) throws SQLException {
            return transaction.one(sql);
        }

        /** The first value that a member is given; or the SQLSTATE with which he is refused. */
        String member(String user, String sql) throws SQLException {
            return as(
                    new Asker(
                            "authenticated",
                            Map.of(
                                    "request.jwt.claims",
                                    "{\"sub\":\"" + user + "\",\"role\":\"authenticated\"}")),
                    sql);
        }

        String anonymous(String sql) throws SQLException {
            return as(new Asker("anon", Map.of("request.jwt.claims", "{\"role\":\"anon\"}")), sql);
        }

        String as(Asker asker, String sql) throws SQLException {
            asker.enter(transaction);
            try {
                return transaction.one(sql);
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                asker.leave(transaction);
            }
        }
    }

    static Tenancy wide() {
        Tenancy members = ProofSchema.byMembers();
        Map<String, String> shared = new LinkedHashMap<>();
        shared.put("public.plans", "price list,\nthe same for everybody");
        return new Tenancy(
                members.schemas(),
                members.anonymous(),
                members.member(),
                members.identity(),
                members.owners(),
                members.tenants(),
                members.tenantTables(),
                members.members(),
                members.tenantSession(),
                shared);
    }

    static Tenancy identifiedBy(String expression) {
        Tenancy owner = ProofSchema.byOwner();
        return new Tenancy(
                owner.schemas(),
                owner.anonymous(),
                owner.member(),
                Optional.of(expression),
                owner.owners(),
                owner.tenants(),
                owner.tenantTables(),
                owner.members(),
                owner.tenantSession(),
                owner.shared());
    }

    static Tenancy customers() {
        return new Tenancy(
                List.of("public"),
                Optional.empty(),
                Optional.of(
                        new Tenancy.SessionSpec(
                                "app_customers", Map.of("app.customer", "${user}"))),
                Optional.of("current_setting('app.customer')::uuid"),
                List.of("customer"),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    @Override
    public void close() throws IOException {
        for (ThrowawayServer each : servers.values()) {
            each.close();
        }
    }
}
