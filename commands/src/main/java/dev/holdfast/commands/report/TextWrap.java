package dev.holdfast.commands.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
public final class TextWrap {

    private TextWrap() {}

    /**
     * The text in lines of at most that many columns; ends with a line feed. A word with a '/'
     * stays whole however long it is: it is a path or an address, and a person copies it.
     */
    public static String wrap(String text, String first, String others, int width) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        int used = Columns.of(first);
        boolean empty = true;
        for (String word : words(text, width - Columns.of(others))) {
            int length = Columns.of(word);
            if (!empty && used + 1 + length > width) {
                lines.append(line).append('\n');
                line = new StringBuilder(others);
                used = Columns.of(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            used += (empty ? 0 : 1) + length;
            empty = false;
        }
        return lines.append(line).append('\n').toString();
    }

    private static List<String> words(String text, int longest) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            if (word.indexOf('/') >= 0 || Columns.of(word) <= longest) {
                words.add(word);
            } else {
                pieces(words, word, longest);
            }
        }
        return words;
    }

    private static void pieces(List<String> words, String word, int longest) {
        StringBuilder piece = new StringBuilder();
        int used = 0;
        for (int point : word.codePoints().toArray()) {
            int length = Columns.of(point);
            if (used + length > longest) {
                words.add(piece.toString());
                piece.setLength(0);
                used = 0;
            }
            piece.appendCodePoint(point);
            used += length;
        }
        words.add(piece.toString());
    }
}
