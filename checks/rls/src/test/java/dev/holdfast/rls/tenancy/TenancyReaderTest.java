package dev.holdfast.rls.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.source.TemporaryView;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every name and every expression is held against the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyReaderTest {
    private static final String SPEC =
            """
            schemas: [public]
            sessions:
              anonymous: {role: anon}
              member: {role: authenticated, settings: {request.jwt.claims: '{"sub":"${user}"}'}}
            identity: auth.uid()
            tenant:
              columns: [org_id]
              tables: {public.orgs: id}
              members: {table: public.org_users, user: user_id, tenant: org_id}
            shared: {public.tasks: "the same for all"}
            """;

    private ThrowawayServer server;
    private Database database;
    private Catalog catalog;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_17.start();
        StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
        database = ProofSchema.database(server, "members");
        try (Connection connection = database.connect()) {
            catalog = CatalogReader.read(connection);
        }
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private Tenancy read(String yaml) throws Exception {
        return TenancyReader.read(
                StrictYaml.read(yaml.getBytes(StandardCharsets.UTF_8), "tenancy.yaml"),
                "tenancy.yaml",
                catalog,
                new TemporaryView(database::connectForScripts));
    }

    @Test
    void readsWhatTheDatabaseHas() throws Exception {
        Tenancy tenancy = read(SPEC);
        assertEquals("auth.uid()", tenancy.identity().orElseThrow());
        assertEquals("public.org_users", tenancy.members().orElseThrow().table());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[public] | [publc] | tenancy.yaml:1:11: the database has no schema publc",
                "role: anon} | role: anno} | tenancy.yaml:3:21: the database has no role anno",
                "[org_id] | [orgid] | tenancy.yaml:7:13: the database has no column orgid",
                "public.orgs: id | public.org: id | tenancy.yaml:8:12: the database has no table"
                        + " public.org",
                "user: user_id | user: usr | tenancy.yaml:9:44: the database has no column of"
                        + " public.org_users usr",
                "public.tasks: | public.task: | tenancy.yaml:10:10: the database has no table"
                        + " public.task",
                "auth.uid() | auth.uuid() | tenancy.yaml:5:11: identity is no expression of this"
                        + " database: function auth.uuid() does not exist (SQLSTATE 42883)",
                "auth.uid() | auth.uid() from | tenancy.yaml:5:11: identity is no expression of"
                        + " this database: syntax error at or near \"from\" (SQLSTATE 42601)",
                "auth.uid() | auth.uid()); drop table orgs; -- | tenancy.yaml:5:11: identity is"
                        + " no expression of this database: it is more than one expression"
            })
    void refusesWhatItHasNot(String there, String instead, String message) {
        assertTrue(SPEC.contains(there), there);
        UserProblem problem =
                assertThrows(UserProblem.class, () -> read(SPEC.replace(there, instead)));
        assertEquals(message, problem.what());
    }

    @Test
    void refusesTenantsThatAreNoExpression() {
        String spec =
                SPEC.replace(
                        "members: {table: public.org_users, user: user_id, tenant: org_id}",
                        "session: \"current_setting('app.org', true)::uid\"");
        UserProblem problem = assertThrows(UserProblem.class, () -> read(spec));
        assertTrue(
                problem.what().startsWith("tenancy.yaml:9:12: tenant.session is no expression"),
                problem.what());
    }
}
