package dev.holdfast.rls.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Of what it is asked who may make himself a member. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysInTest {
    private static final String PARTS =
            "create schema parts; create table parts.p () inherits (org_users);";

    private ThrowawayServer server;
    private Database original;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_17.start();
        StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
        original = ProofSchema.database(server, "members");
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Test
    void asksOfAChildThatMayBeWritten() throws Exception {
        assertEquals(
                List.of("public.org_users", "parts.p"),
                of(
                        PARTS
                                + "grant usage on schema parts to authenticated;"
                                + "grant insert on parts.p to authenticated;"));
        assertEquals(
                List.of("public.org_users", "parts.p"),
                of(
                        PARTS
                                + "grant usage on schema parts to authenticated;"
                                + "grant update (role) on parts.p to authenticated;"));
    }

    @Test
    void asksOfNoChildThatMayNot() throws Exception {
        assertEquals(List.of("public.org_users"), of(PARTS));
        assertEquals(
                List.of("public.org_users"),
                of(PARTS + "grant insert on parts.p to authenticated;"));
        assertEquals(
                List.of("public.org_users"),
                of(
                        PARTS
                                + "grant usage on schema parts to authenticated;"
                                + "grant select on parts.p to authenticated;"));
    }

    private List<String> of(String change) throws Exception {
        Database database = server.copy(original);
        ProofSchema.run(database, change);
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogReader.read(connection);
            return WaysIn.of(catalog, new EffectiveAccess(catalog), ProofSchema.byMembers())
                    .stream()
                    .map(each -> catalog.relations().get(each).fullName())
                    .toList();
        }
    }
}
