package dev.holdfast.rls.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.prove.Proof;
import dev.holdfast.rls.prove.ProofSchema;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each edit that opens a table is seen to; the same rows show nothing where nobody edited. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessesTest {
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
    @CsvFileSource(
            resources = "/dev/holdfast/rls/prove/mutants.csv",
            delimiter = '|',
            numLinesToSkip = 1)
    void seesWhatAnEditOpensAndNothingWithoutIt(
            String schema, String table, String property, String verdict, String change)
            throws Exception {
        Property asked = null;
        for (Property each : Property.values()) {
            asked = each.word().equals(property) ? each : asked;
        }
        if (verdict.equals("HIDDEN")) {
            // Open, where no model need find it: that it is not proved is asked elsewhere.
            return;
        }
        List<Proof> proofs = schemas.get(schema).refute(change == null ? "" : change, table, asked);
        if (verdict.equals("PROVED")) {
            assertEquals(Proof.Verdict.PROVED, proofs.getFirst().verdict());
            return;
        }
        Proof seen = proofs.getFirst();
        if (verdict.equals("UNSURE")) {
            // Nothing is open; the prover cannot know it.
            assertNotEquals(Proof.Verdict.REFUTED, seen.verdict(), seen.reason());
            return;
        }
        Proof unedited = proofs.getLast();
        assertNotEquals(Proof.Verdict.REFUTED, unedited.verdict(), unedited.reason());
        if (isRecursive(change)) {
            // The server refuses every query itself; on a slow machine no example is found at all.
            assertTrue(
                    seen.verdict() == Proof.Verdict.UNKNOWN || seen.reason().contains("42P17"),
                    seen.reason());
            return;
        }
        assertEquals(Proof.Verdict.REFUTED, seen.verdict(), seen.reason());
        assertFalse(seen.witness().orElseThrow().statement().isBlank());
    }

    /** A policy of notes that asks notes. */
    private static boolean isRecursive(String change) {
        return change.startsWith("alter policy") && change.contains("from notes n");
    }
}
