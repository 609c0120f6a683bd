package dev.holdfast.rls.seed;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whoever a session is of.
 *
 * @param role that is set
 * @param settings that are set, as they are
 */
public record Asker(String role, Map<String, String> settings) {
    public Asker {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(settings)));
    }

    /**
     * Begins to be it, until {@link #leave}. Triggers run as they do for everybody.
     *
     * @throws SQLException when the role may not be taken
     */
    public void enter(Transaction transaction) throws SQLException {
        replica(transaction, false);
        try {
            transaction.run("SET LOCAL ROLE " + Quoted.name(role));
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            // Before PostgreSQL 16 whoever makes a role is no member of it.
            transaction.run("GRANT " + Quoted.name(role) + " TO CURRENT_USER");
            transaction.run("SET LOCAL ROLE " + Quoted.name(role));
        }
        if (!settings.isEmpty()) {
            transaction.run(set());
        }
    }

    /** Is the owner of the connection again, if there still is one. */
    public void leave(Transaction transaction) throws SQLException {
        if (transaction.isLost()) {
            return;
        }
        transaction.run("RESET ROLE");
        if (!settings.isEmpty()) {
            transaction.run(unset());
        }
    }

    /** What to run to become it, where it has been {@linkplain #prepare prepared}. */
    public List<String> entering() {
        String become = "SET LOCAL ROLE " + Quoted.name(role);
        return settings.isEmpty() ? List.of(become) : List.of(become, set());
    }

    /** What to run to be the owner of the connection again. */
    public List<String> leaving() {
        return settings.isEmpty() ? List.of("RESET ROLE") : List.of("RESET ROLE", unset());
    }

    /**
     * Sees to it that a role can be taken later in the transaction.
     *
     * @throws SQLException when it may not be
     */
    public static void prepare(String role, Transaction transaction) throws SQLException {
        new Asker(role, Map.of()).enter(transaction);
        transaction.run("RESET ROLE");
    }

    private String set() {
        List<String> all = new ArrayList<>();
        settings.forEach((name, text) -> all.add(setting(name, text)));
        return "SELECT " + String.join(", ", all);
    }

    private String unset() {
        return "SELECT "
                + String.join(
                        ", ", settings.keySet().stream().map(each -> setting(each, "")).toList());
    }

    private static String setting(String name, String text) {
        return "set_config(" + Quoted.text(name) + ", " + Quoted.text(text) + ", true)";
    }

    /** Turns triggers and foreign keys off or on; false when that is not allowed. */
    public static boolean replica(Transaction transaction, boolean off) throws SQLException {
        if (transaction.isLost()) {
            return false;
        }
        String wanted = off ? "replica" : "origin";
        if (transaction.one("SELECT current_setting('session_replication_role')").equals(wanted)) {
            return true;
        }
        try {
            transaction.run("SET LOCAL session_replication_role = " + wanted);
            return true;
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            return false;
        }
    }

    /** For people: the role, and each setting. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("SET LOCAL ROLE " + Quoted.name(role)));
        settings.forEach((name, text) -> lines.add("SELECT " + setting(name, text)));
        return lines;
    }
}
