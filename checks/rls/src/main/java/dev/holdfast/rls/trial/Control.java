package dev.holdfast.rls.trial;

import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Transaction;
import java.sql.SQLException;
import java.util.List;

/**
 * A schema that is broken on purpose, with a closed table beside the open one. It is made in each
 * trial; a trial that does not report the one, or reports the other, can say nothing of the rest.
 */
final class Control {
    static final String SCHEMA = "holdfast_control";
    static final String SETTING = "holdfast.user";
    static final String OPEN = SCHEMA + ".opened";
    static final String CLOSED = SCHEMA + ".closed";

    private Control() {}

    /** Makes it, for some roles. */
    static void make(Transaction transaction, List<String> roles) throws SQLException {
        transaction.run("CREATE SCHEMA " + SCHEMA);
        for (String table : List.of(OPEN, CLOSED)) {
            String mine = "user_id::text = current_setting('" + SETTING + "', true)";
            transaction.run(
                    "CREATE TABLE "
                            + table
                            + " (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), user_id text NOT"
                            + " NULL, note text)");
            transaction.run("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
            transaction.run(
                    "CREATE POLICY all_of_it ON "
                            + table
                            + " USING ("
                            + (table.equals(OPEN) ? "true" : mine)
                            + ")");
        }
        for (String each : roles) {
            transaction.run("GRANT USAGE ON SCHEMA " + SCHEMA + " TO " + Quoted.name(each));
            transaction.run(
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "
                            + SCHEMA
                            + " TO "
                            + Quoted.name(each));
        }
    }

    /** Whether the open table is reported in all that it lets through, and the closed one not. */
    static boolean isSeen(List<Cell> cells) {
        List<Cell> reads =
                cells.stream()
                        .filter(each -> each.object().equals(OPEN))
                        .filter(each -> each.session().equals("A"))
                        .toList();
        List<Cell> closed = cells.stream().filter(each -> each.object().equals(CLOSED)).toList();
        boolean openSeen =
                reads.stream()
                        .filter(each ->
                                each.command().equals("SELECT")
                                        || each.command().equals("UPDATE without WHERE")
                                        || each.command().equals("DELETE without WHERE")
                                        || each.command().equals("INSERT"))
                        .allMatch(each -> each.outcome() == Cell.Outcome.FAIL);
        boolean closedSeen =
                closed.stream().noneMatch(each -> each.outcome() == Cell.Outcome.FAIL)
                        && closed.stream()
                                .filter(each -> each.session().equals("A"))
                                .filter(each -> each.command().equals("SELECT"))
                                .allMatch(each -> each.outcome() == Cell.Outcome.PASS);
        return !reads.isEmpty() && !closed.isEmpty() && openSeen && closedSeen;
    }
}
