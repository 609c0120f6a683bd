package dev.holdfast.secrets.rule;

import java.util.regex.Pattern;

/** Tells words, however they are joined, from random letters and digits. */
public final class Words {
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORT = 10;

    private Words() {}

    /** Whether the text is made of words, with few and short numbers among them. */
    public static boolean are(String text) {
        int letters = 0;
        int inWords = 0;
        for (String each : SEPARATOR.split(text, -1)) {
            WordSegment segment = WordSegment.of(each);
            if (!segment.isWordy()) {
                return false;
            }
            letters += each.length();
            inWords += segment.inWords();
        }
        boolean fewSigns = letters * 2 >= text.length();
        return letters > 0 && fewSigns && (letters <= SHORT || inWords * 3 >= letters * 2);
    }
}
