package dev.holdfast.probes.tokens;

/** Makes of a token one that was never issued and looks like it. */
final class Altered {
    private static final int CHANGED = 6;

    private Altered() {}

    /** Letters stay letters and digits digits, near the end; the very last one stays. */
    static String of(String token) {
        StringBuilder text = new StringBuilder(token);
        int changed = 0;
        for (int at = text.length() - 2; at >= 0 && changed < CHANGED; at--) {
            char letter = text.charAt(at);
            char other =
                    switch (letter) {
                        case 'z' -> 'a';
                        case 'Z' -> 'A';
                        case '9' -> '0';
                        default ->
                                letter < 0x80 && Character.isLetterOrDigit(letter)
                                        ? (char) (letter + 1)
                                        : letter;
                    };
            text.setCharAt(at, other);
            changed += other == letter ? 0 : 1;
        }
        return changed == 0 ? token + "0" : text.toString();
    }
}
