package dev.holdfast.rls.server.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Knows whether a semicolon stands in the body of a function of the SQL standard, {@code CREATE
 * FUNCTION … BEGIN ATOMIC …; END}. {@code CASE … END} may stand in it.
 */
final class FunctionBody {
    private static final int DECIDING = 4;

    private final List<String> first = new ArrayList<>();
    private int depth;

    void word(String word, int parentheses) {
        if (first.size() < DECIDING) {
            first.add(word);
        }
        if (parentheses != 0 || !makesRoutine()) {
            return;
        }
        switch (word) {
            case "begin" -> depth++;
            case "case" -> depth += depth > 0 ? 1 : 0;
            case "end" -> depth -= depth > 0 ? 1 : 0;
            default -> {}
        }
    }

    private boolean makesRoutine() {
        int at = 0;
        if (!is(at++, "create")) {
            return false;
        }
        if (is(at, "or") && is(at + 1, "replace")) {
            at += 2;
        }
        return is(at, "function") || is(at, "procedure");
    }

    private boolean is(int at, String word) {
        return at < first.size() && first.get(at).equals(word);
    }

    boolean isOpen() {
        return depth > 0;
    }

    void reset() {
        first.clear();
        depth = 0;
    }
}
