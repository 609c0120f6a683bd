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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    /**
     * The edits for which rows are to be seen, or are not to be. What is PROVED is asked of two
     * solvers by MutantsTest; what is HIDDEN is open, and no model need find it.
     */
    static Stream<Arguments> edits() throws IOException {
        try (InputStream csv =
                Objects.requireNonNull(
                        WitnessesTest.class.getResourceAsStream(
                                "/dev/holdfast/rls/prove/mutants.csv"))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split("\\|", 5)).map(String::strip).toList())
                    .filter(each -> Set.of("OPEN", "UNSURE").contains(each.get(3)))
                    .map(each -> Arguments.of(each.toArray()));
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}: {4}")
    @MethodSource("edits")
    void seesWhatAnEditOpensAndNothingWithoutIt(
            String schema, String table, String property, String verdict, String change)
            throws Exception {
        Property asked = null;
        for (Property each : Property.values()) {
            asked = each.word().equals(property) ? each : asked;
        }
        List<Proof> proofs = schemas.get(schema).refute(change, table, asked);
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
