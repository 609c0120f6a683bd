package dev.holdfast.core.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant to type. */
public final class Nearest {

    private Nearest() {}

    /**
     * The choice that is fewest edits away (insert, delete, replace, swap of neighbours), when it
     * is near enough to be a slip: at most a third of the word's length, and at least one edit.
     */
    public static Optional<String> of(String typed, Collection<String> choices) {
        String best = null;
        int fewest = Math.max(1, typed.length() / 3) + 1;
        for (String choice : choices) {
            int edits = distance(typed.toLowerCase(Locale.ROOT), choice.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                best = choice;
            }
        }
        return Optional.ofNullable(best);
    }

    // Optimal string alignment distance.
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
