package dev.holdfast.core.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** A class of characters in brackets, as fnmatch(3) has it; never a slash. */
final class CharacterClass {
    private static final Map<String, IntPredicate> NAMED =
            Map.ofEntries(
                    Map.entry("alpha", one -> isLetter(one)),
                    Map.entry("digit", one -> one >= '0' && one <= '9'),
                    Map.entry("alnum", one -> isLetter(one) || (one >= '0' && one <= '9')),
                    Map.entry("lower", one -> one >= 'a' && one <= 'z'),
                    Map.entry("upper", one -> one >= 'A' && one <= 'Z'),
                    Map.entry("space", one -> one == ' ' || (one >= 9 && one <= 13)),
                    Map.entry("blank", one -> one == ' ' || one == '\t'),
                    Map.entry("punct", one -> one > ' ' && one < 127 && !isWord(one)),
                    Map.entry("xdigit", one -> Character.digit(one, 16) >= 0 && one < 128),
                    Map.entry("cntrl", one -> one < ' ' || one == 127),
                    Map.entry("print", one -> one >= ' ' && one < 127),
                    Map.entry("graph", one -> one > ' ' && one < 127));

    private CharacterClass() {}

    private static boolean isLetter(int one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
    }

    private static boolean isWord(int one) {
        return isLetter(one) || (one >= '0' && one <= '9');
    }

    /** Where the class that begins there ends, or -1. */
    static int end(String text, int start) {
        int at = start + 1;
        if (at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '^')) {
            at++;
        }
        // A bracket that stands first is a member.
        boolean first = true;
        while (at < text.length()) {
            char each = text.charAt(at);
            if (each == ']' && !first) {
                return at;
            }
            if (each == '\\') {
                at++;
            } else if (text.startsWith("[:", at)) {
                int close = text.indexOf(":]", at + 2);
                if (close >= 0) {
                    at = close + 1;
                }
            }
            first = false;
            at++;
        }
        return -1;
    }

    static IntPredicate of(String text, int start, int end) {
        int at = start + 1;
        boolean negated = text.charAt(at) == '!' || text.charAt(at) == '^';
        at += negated ? 1 : 0;
        List<IntPredicate> members = new ArrayList<>();
        while (at < end) {
            int close = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
            if (close >= 0 && close < end) {
                String name = text.substring(at + 2, close).toLowerCase(Locale.ROOT);
                members.add(NAMED.getOrDefault(name, _ -> false));
                at = close + 2;
                continue;
            }
            at += text.charAt(at) == '\\' && at + 1 < end ? 1 : 0;
            char low = text.charAt(at++);
            char high = low;
            if (at + 1 < end && text.charAt(at) == '-') {
                at++;
                at += text.charAt(at) == '\\' && at + 1 < end ? 1 : 0;
                high = text.charAt(at++);
            }
            char from = low;
            char to = high;
            members.add(one -> one >= from && one <= to);
        }
        return one ->
                one != '/' && negated != members.stream().anyMatch(member -> member.test(one));
    }
}
