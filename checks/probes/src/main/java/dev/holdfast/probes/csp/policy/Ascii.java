package dev.holdfast.probes.csp.policy;

import java.util.ArrayList;
import java.util.List;

/** ASCII as the Infra standard means it. */
final class Ascii {
    private Ascii() {}

    /** Tab, line feed, form feed, carriage return, space. */
    static boolean isSpace(char letter) {
        return letter == ' '
                || letter == '\t'
                || letter == '\n'
                || letter == '\f'
                || letter == '\r';
    }

    static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** Whether all of it is white space or visible ASCII. */
    static boolean isReadable(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if ((letter < ' ' && !isSpace(letter)) || letter > '~') {
                return false;
            }
        }
        return true;
    }

    /** In lower case, letters beyond ASCII as they are. */
    static String lower(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                return lowered(text, i);
            }
        }
        return text;
    }

    private static String lowered(String text, int from) {
        char[] letters = text.toCharArray();
        for (int i = from; i < letters.length; i++) {
            if (letters[i] >= 'A' && letters[i] <= 'Z') {
                letters[i] = (char) (letters[i] + ('a' - 'A'));
            }
        }
        return new String(letters);
    }

    /** What stands between white space. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int length = text.length();
        int start = -1;
        for (int i = 0; i <= length; i++) {
            if (i == length || isSpace(text.charAt(i))) {
                if (start >= 0) {
                    words.add(text.substring(start, i));
                    start = -1;
                }
            } else if (start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** Where the first white space is, or the length. */
    static int space(String text) {
        int at = 0;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The text between separators, empty pieces too. */
    static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            pieces.add(text.substring(start, at));
            start = at + 1;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** Without white space at either end. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
