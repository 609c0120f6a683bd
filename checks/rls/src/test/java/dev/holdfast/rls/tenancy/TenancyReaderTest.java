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
import java.util.List;
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
    private Catalog parents;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_17.start();
        StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
        database = ProofSchema.database(server, "members");
        try (Connection connection = database.connect()) {
            catalog = CatalogReader.read(connection);
        }
        Database other = ProofSchema.database(server, "parents");
        ProofSchema.run(
                other,
                "create table nodes (id int primary key, above int references nodes);"
                        + "create table twice (project_id uuid references projects references tasks);"
                        + "alter table projects add unique (id, org_id);"
                        + "create table pairs (project_id uuid, org uuid,"
                        + " foreign key (project_id, org) references projects (id, org_id))");
        try (Connection connection = other.connect()) {
            parents = CatalogReader.read(connection);
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
                "[public] | [publc] | tenancy.yaml:1:11: the database has no schema publc,"
                        + " did you mean public?",
                "role: anon} | role: anno} | tenancy.yaml:3:21: the database has no role anno, did"
                        + " you mean anon?",
                "[org_id] | [orgid] | tenancy.yaml:7:13: the database has no column orgid,"
                        + " did you mean org_id?",
                "public.orgs: id | public.org: id | tenancy.yaml:8:12: the database has no table"
                        + " public.org, did you mean public.orgs?",
                "user: user_id | user: usr | tenancy.yaml:9:44: the database has no column of"
                        + " public.org_users usr",
                "members: | membres: | tenancy.yaml:9:3: there is no key membres here, did you mean"
                        + " members?",
                "public.tasks: | public.task: | tenancy.yaml:10:10: the database has no table"
                        + " public.task, did you mean public.tasks?",
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

    private static final String PARENTS =
            """
            sessions: {member: {role: authenticated}}
            identity: auth.uid()
            owner: {tables: {public.profiles: id}}
            tenant:
              tables: {public.orgs: id, public.projects: org_id}
              parents: {public.tasks: project_id, public.comments: task_id}
              members: {table: public.org_users, user: user_id, tenant: org_id}
            """;

    private Tenancy readOfParents(String yaml) throws Exception {
        return TenancyReader.read(
                StrictYaml.read(yaml.getBytes(StandardCharsets.UTF_8), "tenancy.yaml"),
                "tenancy.yaml",
                parents,
                _ -> new SpecExpressions.Parsed.NotAsked("nobody is asked"));
    }

    @Test
    void readsTablesWhoseRowsBelongToSomebodyInAnotherWay() throws Exception {
        Tenancy tenancy = readOfParents(PARENTS);
        assertEquals(
                "id",
                tenancy.owner(parents.relation("public.profiles").orElseThrow())
                        .orElseThrow()
                        .name());
        List<Parent> chain =
                Parent.chain(parents.relation("public.comments").orElseThrow(), tenancy, parents)
                        .orElseThrow();
        assertEquals(
                List.of("public.tasks", "public.projects"),
                chain.stream().map(each -> each.relation().fullName()).toList());
        assertTrue(tenancy.says(parents.relation("public.tasks").orElseThrow()));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "public.profiles: id | public.profiles: user | tenancy.yaml:3:35: the database has"
                        + " no column of public.profiles user",
                "tasks: project_id | tasks: title | tenancy.yaml:6:13: public.tasks.title is no"
                        + " foreign key of that column alone",
                "tasks: project_id, | projects: org_id, | tenancy.yaml:6:13: public.projects has"
                        + " a tenant column of its own, org_id",
                "public.tasks: project_id, | | tenancy.yaml:6:14: public.comments leads to"
                        + " public.tasks, which has no tenant column and no parent",
                "comments: task_id | nodes: above | tenancy.yaml:6:39: the parents of public.nodes"
                        + " come back to public.nodes: public.nodes",
                "comments: task_id | twice: project_id | tenancy.yaml:6:39: public.twice.project_id"
                        + " is 2 foreign keys of that column alone",
                "comments: task_id | pairs: project_id | tenancy.yaml:6:39: public.pairs.project_id"
                        + " is no foreign key of that column alone",
                "identity: auth.uid() | shared: {public.projects: all} | tenancy.yaml:6:13: rows of"
                        + " public.tasks belong to whom those of public.projects belong to, which is"
                        + " shared"
            })
    void refusesParentsThatLeadNowhere(String there, String instead, String message) {
        assertTrue(PARENTS.contains(there), there);
        String by = instead == null ? "" : instead;
        UserProblem problem =
                assertThrows(UserProblem.class, () -> readOfParents(PARENTS.replace(there, by)));
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
