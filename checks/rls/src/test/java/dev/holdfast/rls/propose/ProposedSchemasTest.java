package dev.holdfast.rls.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.CatalogReader;
import dev.holdfast.rls.catalog.FunctionBodies;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.source.TemporaryView;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tenancy.TenancyReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The schemas that prove, whose specs were written by hand: the proposal must be the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposedSchemasTest {
    private ThrowawayServer server;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_17.start();
        StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private Tenancy proposed(String schema) throws Exception {
        Database database = ProofSchema.database(server, schema);
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogReader.read(connection);
            Proposal proposal =
                    Proposer.of(
                            catalog,
                            FunctionBodies.read(connection, catalog),
                            List.of("public"),
                            List.of(),
                            List.of());
            return TenancyReader.read(
                    StrictYaml.read(
                            ProposalText.of(proposal).getBytes(StandardCharsets.UTF_8), "it.yaml"),
                    "it.yaml",
                    catalog,
                    new TemporaryView(database::connectForScripts));
        }
    }

    /** That platform has a role for nobody; spaces in JSON mean nothing. */
    private static Tenancy ofMembers(Tenancy it) {
        Tenancy.SessionSpec member = it.member().orElseThrow();
        Map<String, String> settings = new TreeMap<>();
        member.settings().forEach((name, text) -> settings.put(name, text.replace(" ", "")));
        return new Tenancy(
                it.schemas(),
                Optional.empty(),
                Optional.of(new Tenancy.SessionSpec(member.role(), settings)),
                it.identity(),
                it.owners(),
                it.tenants(),
                it.tenantTables(),
                it.members(),
                it.tenantSession(),
                it.shared(),
                it.ownerTables(),
                it.parents());
    }

    @Test
    void proposesWhatWasWrittenByHand() throws Exception {
        Map<String, Tenancy> written =
                Map.of(
                        "owner", ProofSchema.byOwner(),
                        "floor", ProofSchema.byOwner(),
                        "members", ProofSchema.byMembers(),
                        "parents", ProofSchema.byParents());
        for (Map.Entry<String, Tenancy> each : written.entrySet()) {
            assertEquals(each.getValue(), proposed(each.getKey()), each.getKey());
        }
        assertEquals(ofMembers(ProofSchema.bySettings()), ofMembers(proposed("settings")));
    }
}
