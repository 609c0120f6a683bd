package dev.holdfast.secrets.rule;

/** Compares bytes with ASCII text without making text of them. */
final class Literal {

    private Literal() {}

    /** Whether the text stands at that offset. */
    static boolean at(byte[] bytes, int length, int at, String text) {
        if (at < 0 || at + text.length() > length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The same for a text in lower case, whatever case the bytes have. */
    static boolean ignoringCase(byte[] bytes, int length, int at, String lower) {
        if (at < 0 || at + lower.length() > length) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            byte each = bytes[at + i];
            int folded = each >= 'A' && each <= 'Z' ? each + 32 : each;
            if (folded != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
