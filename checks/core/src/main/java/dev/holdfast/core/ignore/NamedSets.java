package dev.holdfast.core.ignore;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The sets that POSIX names (XBD 9.3.5), of ASCII alone and as git counts them. */
final class NamedSets {
    private NamedSets() {}

    /** A set; null when there is none of that name. */
    static @Nullable BitSet of(String name) {
        return switch (name) {
            case "alnum" -> ascii(each -> isLetter(each) || isDigit(each));
            case "alpha" -> ascii(NamedSets::isLetter);
            case "blank" -> ascii(each -> each == ' ' || each == '\t');
            case "cntrl" -> ascii(each -> each < ' ' || each == 0x7F);
            case "digit" -> ascii(NamedSets::isDigit);
            case "graph" -> ascii(NamedSets::isVisible);
            case "lower" -> ascii(each -> each >= 'a' && each <= 'z');
            case "print" -> ascii(each -> isVisible(each) || each == ' ');
            case "punct" -> ascii(each -> isVisible(each) && !isLetter(each) && !isDigit(each));
            // Git's own: neither the vertical tab nor the form feed.
            case "space" -> ascii(each -> " \t\r\n".indexOf(each) >= 0);
            case "upper" -> ascii(each -> each >= 'A' && each <= 'Z');
            case "xdigit" -> ascii(each -> isDigit(each) || "abcdefABCDEF".indexOf(each) >= 0);
            default -> null;
        };
    }

    private static BitSet ascii(IntPredicate rule) {
        BitSet set = new BitSet(256);
        for (int i = 0; i < 0x80; i++) {
            if (rule.test(i)) {
                set.set(i);
            }
        }
        return set;
    }

    private static boolean isLetter(int each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }

    private static boolean isDigit(int each) {
        return each >= '0' && each <= '9';
    }

    private static boolean isVisible(int each) {
        return each > ' ' && each < 0x7F;
    }
}
