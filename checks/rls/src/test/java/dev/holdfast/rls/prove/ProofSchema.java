package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.seed.Budget;
import dev.holdfast.rls.seed.Limits;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.solve.BothSolvers;
import dev.holdfast.rls.solve.InterpolSolver;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.solve.Z3Program;
import dev.holdfast.rls.source.TemporaryView;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.witness.Witnesses;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A schema of our own that proves, and its mutants. */
public final class ProofSchema {
    static final Tenancy.SessionSpec ANONYMOUS =
            new Tenancy.SessionSpec("anon", Map.of("request.jwt.claims", "{\"role\":\"anon\"}"));
    static final Tenancy.SessionSpec MEMBER =
            new Tenancy.SessionSpec(
                    "authenticated",
                    Map.of(
                            "request.jwt.claims",
                            "{\"sub\":\"${user}\",\"role\":\"authenticated\"}"));

    /** Where z3 is there, no proof counts that it does not agree with. */
    private static final Solver SOLVER =
            Z3Program.find(System.getenv().getOrDefault("PATH", ""))
                    .<Solver>map(each -> new BothSolvers(new InterpolSolver(), each))
                    .orElseGet(InterpolSolver::new);

    private final ThrowawayServer server;
    private final Database original;
    private final Tenancy tenancy;
    private @Nullable Catalog unedited;

    private ProofSchema(ThrowawayServer server, Database original, Tenancy tenancy) {
        this.server = server;
        this.original = original;
        this.tenancy = tenancy;
    }

    /** One of the schemas beside this class. */
    /** All of them, with the platform that they are written for. */
    public static Map<String, ProofSchema> all(ThrowawayServer server) throws Exception {
        // Roles are the whole server's, so the platform is there once, and copied.
        StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
        return Map.of(
                "owner", of(server, "owner", byOwner()),
                "members", of(server, "members", byMembers()),
                "parents", of(server, "parents", byParents()),
                "floor", of(server, "floor", byOwner()),
                "settings", of(server, "settings", bySettings()),
                "organisations", of(server, "organisations", byOrganisations()),
                "account", of(server, "account", byAccount()),
                "logins", of(server, "logins", byLogin()));
    }

    public static ProofSchema of(ThrowawayServer server, String name, Tenancy tenancy)
            throws Exception {
        return new ProofSchema(server, database(server, name), tenancy);
    }

    /** A database with one of the schemas. */
    public static Database database(ThrowawayServer server, String name) throws Exception {
        Database database = server.copy(server.database());
        try (InputStream in = ProofSchema.class.getResourceAsStream(name + ".sql")) {
            run(database, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return database;
    }

    /** What is proved after a change. */
    Proof prove(String change, String table, Property property) throws Exception {
        return prove(changed(change), table, property);
    }

    /** What is seen after a change, and what of that is seen without the change. */
    public List<Proof> refute(String change, String table, Property property) throws Exception {
        Database changed = changed(change);
        Catalog catalog = catalog(changed);
        Proof proof = prove(changed, catalog, table, property);
        if (unedited == null) {
            // Nobody edits it, so that it is read once.
            unedited = catalog(original);
        }
        return List.of(
                new Witnesses(changed::connectForScripts, catalog, tenancy).refute(proof),
                new Witnesses(original::connectForScripts, unedited, tenancy).refute(proof));
    }

    /** What is seen after a change within some time. */
    public Proof refute(String change, String table, Property property, Limits limits)
            throws Exception {
        Database changed = changed(change);
        Catalog catalog = catalog(changed);
        return new Witnesses(
                        changed::connectForScripts,
                        catalog,
                        tenancy,
                        new InterpolSolver(),
                        new Budget(limits, InstantSource.system()))
                .refute(prove(changed, catalog, table, property));
    }

    private static Catalog catalog(Database database) throws Exception {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection);
        }
    }

    private Database changed(String change) throws Exception {
        Database database = change.isEmpty() ? original : server.copy(original);
        if (!change.isEmpty()) {
            run(database, change);
        }
        return database;
    }

    private Proof prove(Database database, String table, Property property) throws Exception {
        return prove(database, catalog(database), table, property);
    }

    private Proof prove(Database database, Catalog catalog, String table, Property property)
            throws Exception {
        try (Connection connection = database.connect()) {
            Relation relation = catalog.relation("public", table).orElseThrow();
            return new Prover(
                            catalog,
                            tenancy,
                            SpecTrees.of(tenancy, new TemporaryView(database::connectForScripts)),
                            FunctionBodies.read(connection, catalog),
                            SOLVER)
                    .prove(relation, property);
        }
    }

    /** Runs statements as whoever owns the database. */
    public static void run(Database database, String sql) throws Exception {
        try (Connection connection = database.connectForScripts();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** See the name. */
    public static Tenancy byOwner() {
        return new Tenancy(
                List.of("public"),
                Optional.of(ANONYMOUS),
                Optional.of(MEMBER),
                Optional.of("auth.uid()"),
                List.of("user_id"),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** See the name. */
    public static Tenancy byMembers() {
        return new Tenancy(
                List.of("public"),
                Optional.of(ANONYMOUS),
                Optional.of(MEMBER),
                Optional.of("auth.uid()"),
                List.of(),
                List.of("org_id"),
                Map.of("public.orgs", "id"),
                Optional.of(new Tenancy.Members("public.org_users", "user_id", "org_id")),
                Optional.empty(),
                Map.of());
    }

    /** Some rows belong to the tenant of a row that they refer to. */
    public static Tenancy byParents() {
        return byMembers()
                .with(
                        Map.of("public.profiles", "id"),
                        Map.of("public.tasks", "project_id", "public.comments", "task_id"));
    }

    /** The application sets whose rows its session sees, as an array. */
    public static Tenancy byOrganisations() {
        return bySession(
                new Tenancy.SessionSpec(
                        "org_app", Map.of("cal3.current_organisation_ids", "${tenants}")),
                "string_to_array(current_setting('cal3.current_organisation_ids', true), ',')::uuid[]",
                List.of("organisation_id", "organisation"),
                Map.of("public.organisations", "id"));
    }

    /** The same of one. */
    public static Tenancy byAccount() {
        return bySession(
                new Tenancy.SessionSpec("account_app", Map.of("app.account_id", "${tenants}")),
                "app.account()",
                List.of("account_id"),
                Map.of("public.accounts", "id"));
    }

    private static Tenancy bySession(
            Tenancy.SessionSpec member,
            String tenants,
            List<String> columns,
            Map<String, String> tables) {
        return new Tenancy(
                List.of("public"),
                Optional.empty(),
                Optional.of(member),
                Optional.empty(),
                List.of(),
                columns,
                tables,
                Optional.empty(),
                Optional.of(tenants),
                Map.of());
    }

    /** Each user is a role. */
    public static Tenancy byLogin() {
        return new Tenancy(
                List.of("public"),
                Optional.empty(),
                Optional.of(new Tenancy.SessionSpec("shop_staff", Map.of())),
                Optional.of("current_user"),
                List.of(),
                List.of("shop_id"),
                Map.of("public.shops", "id"),
                Optional.of(new Tenancy.Members("public.shops", "login", "id")),
                Optional.empty(),
                Map.of());
    }

    /** See the name. */
    public static Tenancy bySettings() {
        return new Tenancy(
                List.of("public"),
                Optional.empty(),
                Optional.of(
                        new Tenancy.SessionSpec(
                                "app_user",
                                Map.of(
                                        "app.customer",
                                        "${user}",
                                        "app.claims",
                                        "{\"account\": {\"id\": \"${user}\"}}"))),
                Optional.of("current_setting('app.customer', true)"),
                List.of("customer"),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
