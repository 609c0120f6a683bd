package dev.holdfast.secrets.rule;

import java.util.regex.Pattern;

/**
 * A run of letters and digits, cut into words where a capital begins one and where letters meet
 * digits.
 *
 * @param inWords letters in words of three and more
 * @param words how many of these
 * @param islands words of one or two letters
 * @param numbers runs of digits
 * @param longest the longest of them
 * @param sayable whether each of the words has a vowel, and no long run of consonants
 */
record WordSegment(
        int length,
        int inWords,
        int words,
        int islands,
        int numbers,
        int longest,
        boolean sayable) {

    private static final Pattern CUT =
            Pattern.compile(
                    "(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})|(?<=\\p{Ll})(?=\\p{Lu})"
                            + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    // Letters outside of ASCII are of languages in which this cannot be told.
    private static final Pattern VOWEL = Pattern.compile("(?i).*(?:[aeiouy]|[^a-z]).*");
    private static final Pattern CONSONANTS = Pattern.compile("(?i)[bcdfghjklmnpqrstvwxz]{6}");
    // https, smtp, svc: known by standing alone.
    private static final Pattern ABBREVIATION = Pattern.compile("[a-z]{1,5}|[A-Z]{1,5}");
    private static final int TINY = 4;
    private static final int LONG = 10;
    private static final int MOST_DIGITS = 5;

    static WordSegment of(String text) {
        int inWords = 0;
        int words = 0;
        int islands = 0;
        int numbers = 0;
        int longest = 0;
        boolean sayable = true;
        for (String part : CUT.split(text, -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (Character.isDigit(part.charAt(0))) {
                numbers++;
                longest = Math.max(longest, part.length());
            } else if (part.length() > 2) {
                words++;
                inWords += part.length();
                sayable &= isSayable(part);
            } else {
                islands++;
            }
        }
        sayable |= ABBREVIATION.matcher(text).matches();
        return new WordSegment(text.length(), inWords, words, islands, numbers, longest, sayable);
    }

    private static boolean isSayable(String word) {
        return VOWEL.matcher(word).matches() && !CONSONANTS.matcher(word).find();
    }

    boolean isWordy() {
        if (length <= TINY || (words == 0 && islands == 0)) {
            return true;
        }
        int mostNumbers = length > LONG ? 1 : 2;
        return sayable && numbers <= mostNumbers && longest <= MOST_DIGITS && islands <= words;
    }
}
