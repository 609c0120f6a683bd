package dev.holdfast.core.problem;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what somebody meant to type. */
public final class Nearest {
    // Nobody mistypes a longer word; the comparison costs the product of the lengths.
    private static final int LONGEST = 100;
    private static final int SHORTEST_BEGINNING = 3;

    private Nearest() {}

    /**
     * The choice that is fewest edits away (insert, delete, replace, swap of neighbours, capitals
     * aside), when it is near enough to be a slip: at most a third of the word's length, though one
     * edit is always a slip unless it replaces the whole word. Else the only choice that begins
     * with the word, when that has three letters or more.
     */
    public static Optional<String> of(String typed, Collection<String> choices) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String word = typed.toLowerCase(Locale.ROOT);
        String best = null;
        int fewest = Math.min(Math.max(1, word.length() / 3) + 1, Math.max(1, word.length()));
        for (String choice : choices) {
            if (Math.abs(choice.length() - word.length()) < fewest) {
                int edits = distance(word, choice.toLowerCase(Locale.ROOT));
                if (edits < fewest) {
                    fewest = edits;
                    best = choice;
                }
            }
        }
        return best == null ? beginning(word, choices) : Optional.of(best);
    }

    /**
     * The same for a key of words with dots between them, word by word, so that a long beginning
     * that is right does not excuse an end that is far off.
     *
     * @param keys every key, those that stand for all below them too
     */
    public static Optional<String> ofKey(String typed, Collection<String> keys) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String found = "";
        for (String word : typed.split("\\.", -1)) {
            Set<String> next = words(found, keys);
            Optional<String> near = next.contains(word) ? Optional.of(word) : of(word, next);
            if (near.isEmpty()) {
                return Optional.empty();
            }
            found = found.isEmpty() ? near.get() : found + "." + near.get();
        }
        return keys.contains(found) ? Optional.of(found) : Optional.empty();
    }

    /** The words that stand right below a key. */
    private static Set<String> words(String key, Collection<String> keys) {
        String beginning = key.isEmpty() ? "" : key + ".";
        Set<String> words = new LinkedHashSet<>();
        for (String each : keys) {
            if (each.startsWith(beginning)) {
                words.add(each.substring(beginning.length()).split("\\.", 2)[0]);
            }
        }
        return words;
    }

    private static Optional<String> beginning(String word, Collection<String> choices) {
        if (word.length() < SHORTEST_BEGINNING) {
            return Optional.empty();
        }
        List<String> begun =
                choices.stream()
                        .filter(choice -> choice.toLowerCase(Locale.ROOT).startsWith(word))
                        .limit(2)
                        .toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
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
