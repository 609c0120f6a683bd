package dev.holdfast.rls.server.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';'",
                "SELECT 'a'';b'",
                "SELECT 'a\\'",
                "SELECT E'a\\';b'",
                "SELECT \"a;\"\"b\"",
                "DO $$ BEGIN; END $$",
                "DO $body$ a $$ ; $$ b $body$",
                "SELECT a$b, ';'",
                "SELECT /* ; /* ; */ ; */ 1",
                "SELECT 1 -- ;\n + 1",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END;"
                        + " SELECT 2; END",
                "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT 1; END",
                "SELECT U&'\\0441;'",
                "SELECT $1 + 1",
            })
    void keepsOneStatementWhole(String statement) {
        List<SqlStatement> found = SqlScript.statements(statement + ";\nSELECT 'next';");

        assertEquals(
                List.of(statement, "SELECT 'next'"),
                found.stream().map(SqlStatement::text).toList());
    }

    @Test
    void cutsAtEachSemicolonElsewhere() {
        assertEquals(
                List.of("BEGIN", "SELECT 1", "COMMIT", "CREATE TABLE t (a int)", "SELECT 2"),
                SqlScript.statements("BEGIN;SELECT 1;COMMIT;;CREATE TABLE t (a int);SELECT 2")
                        .stream()
                        .map(SqlStatement::text)
                        .toList());
    }

    @Test
    void saysTheLineOfTheFirstWord() {
        assertEquals(
                List.of(3, 6),
                SqlScript.statements("-- one\n\nSELECT\n 1;\n/* a\n*/ SELECT 2").stream()
                        .map(SqlStatement::line)
                        .toList());
    }

    @Test
    void takesTheDataOfACopyWithIt() {
        List<SqlStatement> found =
                SqlScript.statements(
                        "COPY t (a) FROM stdin;\n1;\n'\n\\.\nCOPY t TO STDOUT;\nSELECT 1;");

        assertEquals(SqlStatement.Kind.COPY_IN, found.get(0).kind());
        assertEquals("1;\n'\n", found.get(0).data());
        assertEquals(SqlStatement.Kind.SQL, found.get(1).kind());
        assertEquals(5, found.get(1).line());
        assertEquals(3, found.size());
    }

    @Test
    void tellsCommandsOfPsqlFromSql() {
        List<SqlStatement> found =
                SqlScript.statements("\\set ON_ERROR_STOP on\nSELECT 1 \\gexec\n\\! id\nSELECT 2;");

        assertEquals(
                List.of("\\set ON_ERROR_STOP on", "SELECT 1", "\\gexec", "\\! id", "SELECT 2"),
                found.stream().map(SqlStatement::text).toList());
        assertEquals(SqlStatement.Kind.PSQL_COMMAND, found.get(3).kind());
    }

    @Test
    void neverShowsAConstantInTheBeginning() {
        String secret = "s3" + "cret";

        for (String statement :
                List.of(
                        "SELECT vault.create_secret('" + secret + "')",
                        "DO $$ " + secret + " $$",
                        "ALTER ROLE a /* " + secret + " */ PASSWORD E'" + secret + "'")) {
            String beginning = SqlScript.statements(statement).getFirst().beginning();
            assertFalse(beginning.contains(secret), beginning);
            assertFalse(beginning.isEmpty());
        }
    }

    @Test
    void endsWithWhateverIsNotClosed() {
        for (String open : List.of("'a;", "$$ ;", "/* ;", "\"a;", "(;", "COPY t FROM stdin;\n1")) {
            assertFalse(SqlScript.statements("SELECT 1; SELECT " + open).isEmpty());
        }
    }
}
