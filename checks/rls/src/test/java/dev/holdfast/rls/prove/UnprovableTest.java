package dev.holdfast.rls.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Specs that say too little, or what cannot be: nothing is proved by them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnprovableTest {
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

    @Test
    void provesNothingOfATableThatNobodysColumnIsIn() throws Exception {
        ProofSchema schema = ProofSchema.of(server, "owner", ProofSchema.byOwner());
        String change =
                """
                create table logs (id bigint primary key, line text);
                alter table logs enable row level security;
                create policy own on logs to authenticated using (line = auth.uid()::text);
                grant select on logs to authenticated;
                """;
        Proof proof = schema.prove(change, "logs", Property.CROSS_READ);
        assertEquals(Proof.Verdict.UNKNOWN, proof.verdict());
        assertTrue(proof.reason().contains("whose its rows are"), proof.reason());
        // Without a grant there is nothing to say.
        assertEquals(
                Proof.Verdict.PROVED,
                schema.prove(change, "logs", Property.CROSS_DELETE).verdict());
    }

    @Test
    void provesNothingForASessionThatNobodyCanHave() throws Exception {
        Tenancy of = ProofSchema.byOwner();
        Proof possible =
                identity(of, "nullif(current_setting('app.user', true), '')::uuid", "${user}");
        Proof impossible = identity(of, "nullif(current_setting('app.user', true), '')::uuid", "");
        assertEquals(Proof.Verdict.PROVED, possible.verdict(), possible.reason());
        assertEquals(Proof.Verdict.UNKNOWN, impossible.verdict(), impossible.reason());
    }

    private Proof identity(Tenancy of, String identity, String user) throws Exception {
        Tenancy changed =
                new Tenancy(
                        of.schemas(),
                        Optional.empty(),
                        Optional.of(
                                new Tenancy.SessionSpec("authenticated", Map.of("app.user", user))),
                        Optional.of(identity),
                        of.owners(),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of());
        return ProofSchema.of(server, "owner", changed)
                .prove(
                        "alter policy read_own on notes using (user_id = nullif(current_setting('app.user', true), '')::uuid)",
                        "notes",
                        Property.CROSS_READ);
    }
}
