package dev.holdfast.rls.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a database that holds rows of people says about them is not repeated. */
class FailureTest {
    private static PSQLException said(String state, String message, String routine) {
        return new PSQLException(
                new ServerErrorMessage(
                        "SERROR\0C%s\0M%s\0R%s\0\0".formatted(state, message, routine)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "22P02 | invalid input syntax for type integer: \"a \"b\" c\" | invalid input syntax for type integer: \"…\"",
                "22007 | invalid input syntax for type date: \"a\" | invalid input syntax for type date: \"…\"",
                "42704 | unrecognized configuration parameter \"a.b\" | unrecognized configuration parameter \"…\"",
                "42P01 | relation \"a\" does not exist | relation \"…\" does not exist",
                "23505 | duplicate key value violates unique constraint \"k\" | duplicate key value violates unique constraint \"k\"",
                "42501 | permission denied for table t | permission denied for table t"
            })
    void quotesNamesAndNoValues(String state, String message, String shown) {
        assertEquals(shown, Failure.of(said(state, message, "ereport")).message());
    }

    @ParameterizedTest
    @CsvSource({"P0001, exec_stmt_raise", "P0004, exec_stmt_assert"})
    void repeatsNothingThatAFunctionSays(String state, String routine) {
        assertEquals(
                "an error that a function raises",
                Failure.of(said(state, "row of alice", routine)).message());
    }

    @Test
    void showsWhatParsingRefuses() {
        String message = "syntax error at or near \"from\"";
        assertEquals(message, Failure.ofParsing(said("42601", message, "scanner")).message());
    }
}
