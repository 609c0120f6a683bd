package dev.holdfast.rls.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Schemas that prove, and single edits of them. An edit that opens a table must not prove; one that
 * opens nothing must.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutantsTest {
    private ThrowawayServer server;
    private Map<String, ProofSchema> schemas;

    @BeforeAll
    void start() throws Exception {
        server = Servers.ARCHIVE_17.start();
        schemas = ProofSchema.all(server);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest(name = "{0}: {1} {2}: {4}")
    @CsvFileSource(resources = "mutants.csv", delimiter = '|', numLinesToSkip = 1)
    void provesWhatIsClosedAndNothingElse(
            String schema, String table, String property, String verdict, String change)
            throws Exception {
        Property asked = null;
        for (Property each : Property.values()) {
            asked = each.word().equals(property) ? each : asked;
        }
        Proof proof = schemas.get(schema).prove(change == null ? "" : change, table, asked);
        assertFalse(proof.reason().contains("contradict"), proof.reason());
        if (verdict.equals("PROVED")) {
            assertEquals(Proof.Verdict.PROVED, proof.verdict(), proof.reason());
        } else {
            assertNotEquals(Proof.Verdict.PROVED, proof.verdict(), proof.reason());
        }
    }
}
