package dev.holdfast.rls.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.prove.Proof;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.seed.Limits;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What there is no time for stays a candidate, with that reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessTimeTest {
    private static final String POLICY =
            """
            create function slow() returns boolean language plpgsql as $$ begin
              %s
              return true;
            end $$;
            alter policy read_own on notes using (user_id = auth.uid() or slow());
            """;
    private static final String DEAF =
            """
            loop
              begin perform pg_sleep(1000);
              exception when query_canceled then null; end;
            end loop;
            """;

    private ThrowawayServer server;
    private ProofSchema schema;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_17.start();
        schema = ProofSchema.all(server).get("owner");
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private Proof read(String body, Limits limits) throws Exception {
        return schema.refute(POLICY.formatted(body), "notes", Property.CROSS_READ, limits);
    }

    private static Limits limits(Duration whole) {
        return new Limits(Duration.ofMillis(1500), 1, whole, Duration.ofSeconds(1));
    }

    @Test
    void refutesWhatEndsInTime() throws Exception {
        assertEquals(Proof.Verdict.REFUTED, read("", Limits.USUAL).verdict());
    }

    @Test
    void givesUpOnStatementsThatRunOutOfTime() throws Exception {
        Proof slow = read("perform pg_sleep(1000);", limits(Duration.ofHours(1)));
        assertEquals(Proof.Verdict.CANDIDATE, slow.verdict());
        assertTrue(
                slow.reason().contains("until there was no time left, and not seen: canceling"),
                slow.reason());
    }

    @Test
    void hangsUpOnAStatementThatDoesNotStop() throws Exception {
        Proof deaf = read(DEAF, limits(Duration.ofHours(1)));
        assertEquals(Proof.Verdict.CANDIDATE, deaf.verdict());
        assertTrue(deaf.reason().contains("did not stop when it was told to"), deaf.reason());
    }

    @Test
    void triesNothingWhenTheTimeIsOver() throws Exception {
        Proof late = read("", limits(Duration.ZERO));
        assertEquals(Proof.Verdict.CANDIDATE, late.verdict());
        assertTrue(late.reason().contains("not tried: all attempts had taken"), late.reason());
    }
}
