package dev.holdfast.rls.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.server.migration.Applied;
import dev.holdfast.rls.server.migration.StatementProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationCoverageTest {
    private static Result of(StatementProblem... problems) {
        return MigrationCoverage.result(
                new Applied(7, 7 - problems.length, List.of(problems), List.of()),
                "7 statements",
                MigrationCoverage.SUBJECT);
    }

    private static StatementProblem problem(String statement) {
        return new StatementProblem("1_a.sql", 3, statement, "42P01", "relation x does not exist");
    }

    @Test
    void passesWhereAllWasApplied() {
        Result all = of();
        assertEquals("rls.migrations", all.check().value());
        assertEquals(Outcome.PASS, all.outcome());
        assertEquals(Map.of("statements", 7, "applied", 7, "failed", List.of()), all.properties());
    }

    @Test
    void isUnknownWhereAPolicyIsMissing() {
        Result some = of(problem("CREATE POLICY p"));
        assertEquals(Outcome.UNKNOWN, some.outcome());
        assertEquals(6, some.properties().get("applied"));
        assertEquals(
                List.of(
                        Map.of(
                                "file",
                                "1_a.sql",
                                "line",
                                3,
                                "statement",
                                "CREATE POLICY p",
                                "error",
                                "relation x does not exist")),
                some.properties().get("failed"));
    }

    @Test
    void passesWhereOnlyACommentIsMissingAndNamesIt() {
        Result comment = of(problem("COMMENT ON TABLE x"));
        assertEquals(Outcome.PASS, comment.outcome());
        assertEquals(1, ((List<?>) comment.properties().get("failed")).size());
    }
}
