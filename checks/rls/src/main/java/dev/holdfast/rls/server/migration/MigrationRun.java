package dev.holdfast.rls.server.migration;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.ServerAnswer;
import dev.holdfast.rls.server.sql.SqlScript;
import dev.holdfast.rls.server.sql.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Runs migrations statement by statement and goes on after an error, so that one does not hide what
 * the others make. Every file begins with a session as new. They run as the database's owner, who
 * is no superuser: what only a superuser may do fails and is in the result.
 */
public final class MigrationRun {
    private static final int LONGEST_WORD = 40;
    // What they change is how psql shows things.
    private static final Set<String> IDLE_COMMANDS =
            Set.of(
                    "\\echo",
                    "\\encoding",
                    "\\errverbose",
                    "\\g",
                    "\\pset",
                    "\\qecho",
                    "\\restrict",
                    "\\set",
                    "\\timing",
                    "\\unrestrict",
                    "\\unset",
                    "\\warn",
                    "\\x");

    private final Session session;
    private final Remedies remedies;
    private final List<StatementProblem> problems = new ArrayList<>();
    private int statements;
    private int applied;

    private MigrationRun(Session session, Remedies remedies) {
        this.session = session;
        this.remedies = remedies;
    }

    /**
     * Runs the files in their order.
     *
     * @throws SQLException when the connection is lost; an error of a statement is in the result
     */
    public static Applied of(List<MigrationFile> files, Database database) throws SQLException {
        return of(files, database, Patience.USUAL);
    }

    /** The same, with a time of its own for each statement. */
    public static Applied of(List<MigrationFile> files, Database database, Patience patience)
            throws SQLException {
        try (Session session = new Session(database, patience)) {
            MigrationRun run = new MigrationRun(session, new Remedies(session, database));
            for (MigrationFile file : files) {
                run.file(file);
            }
            run.remedies.joinRoles();
            return new Applied(
                    run.statements, run.applied, run.problems, run.remedies.assumedRoles());
        }
    }

    private void file(MigrationFile file) throws SQLException {
        List<SqlStatement> all = SqlScript.statements(file.sql());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() == SqlStatement.Kind.PSQL_COMMAND) {
                command(file, all.get(i));
            } else if (!isAnswered(file, all.get(i), all.subList(i + 1, all.size()))) {
                break;
            }
        }
        if (session.isInTransaction()) {
            problems.add(
                    new StatementProblem(
                            file.name(),
                            1,
                            "BEGIN",
                            "",
                            "the file ends within a transaction; it was committed"));
            try {
                session.commit();
            } catch (SQLException deferred) {
                fail(file.name(), 1, "COMMIT", ServerError.of(deferred));
            }
        }
        session.reset();
    }

    /** Whether the server said anything to a statement; if not, the file ends with it. */
    private boolean isAnswered(MigrationFile file, SqlStatement each, List<SqlStatement> rest)
            throws SQLException {
        try {
            statement(file, each);
            return true;
        } catch (SQLException lost) {
            if (!ServerAnswer.isSilence(lost)) {
                throw lost;
            }
            int missing =
                    Math.toIntExact(
                            rest.stream()
                                    .filter(one -> one.kind() != SqlStatement.Kind.PSQL_COMMAND)
                                    .count());
            statements += missing;
            problems.add(
                    new StatementProblem(
                            file.name(),
                            each.line(),
                            each.beginning(),
                            StatementProblem.LOST,
                            ("it did not stop when it was told to, so its connection was closed;"
                                            + " what it had not committed and the %d statements of"
                                            + " the file after it are missing")
                                    .formatted(missing)));
            session.renew();
            return false;
        }
    }

    private void statement(MigrationFile file, SqlStatement each) throws SQLException {
        statements++;
        while (true) {
            try {
                session.run(each);
                applied++;
                return;
            } catch (SQLException failed) {
                ServerError error = ServerError.of(failed);
                if (error.isEndOfConnection()) {
                    throw failed;
                }
                if (remedies.madeItself(each, error)) {
                    applied++;
                    return;
                }
                if (!remedies.isWorthAnotherTry(error)) {
                    fail(
                            file.name(),
                            each.line(),
                            each.beginning(),
                            error.shownOf(new Constants(each.text())));
                    return;
                }
            }
        }
    }

    private void command(MigrationFile file, SqlStatement each) {
        String name = each.text().split("\\s", 2)[0];
        if (!IDLE_COMMANDS.contains(name.toLowerCase(Locale.ROOT))) {
            problems.add(
                    new StatementProblem(
                            file.name(),
                            each.line(),
                            OneLine.of(name, LONGEST_WORD),
                            "",
                            "a command of psql, which is not run"));
        }
    }

    private void fail(String file, int line, String statement, ServerError error) {
        problems.add(
                new StatementProblem(file, line, statement, error.sqlState(), error.message()));
    }
}
