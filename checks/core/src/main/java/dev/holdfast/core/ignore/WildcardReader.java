package dev.holdfast.core.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a pattern into parts. */
final class WildcardReader {
    private final String pattern;
    private final List<BitSet> sets = new ArrayList<>();
    private final int[] parts;
    private int count;
    private int at;

    WildcardReader(String pattern) {
        this.pattern = pattern;
        this.parts = new int[pattern.length()];
    }

    /** The pattern behind its first text; null when nothing fits it. */
    @Nullable Wildcard read(String head) {
        while (at < pattern.length()) {
            char each = pattern.charAt(at);
            switch (each) {
                case '*' -> stars();
                case '?' -> {
                    add(Wildcard.ANY);
                    at++;
                }
                case '[' -> {
                    SetReader reader = new SetReader(pattern, at);
                    BitSet set = reader.read();
                    if (set == null) {
                        return null;
                    }
                    at = reader.end();
                    add(Wildcard.FIRST_SET - sets.size());
                    sets.add(set);
                }
                case '\\' -> {
                    if (at + 1 == pattern.length()) {
                        return null;
                    }
                    add(pattern.charAt(at + 1));
                    at += 2;
                }
                default -> {
                    add(each);
                    at++;
                }
            }
        }
        return split(head);
    }

    private void add(int part) {
        parts[count++] = part;
    }

    /** Two stars cross folders only when they stand alone between slashes. */
    private void stars() {
        int start = at;
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        boolean opens = start == 0 || pattern.charAt(start - 1) == '/';
        boolean closes =
                at == pattern.length()
                        || pattern.charAt(at) == '/'
                        || pattern.startsWith("\\/", at);
        if (at - start < 2 || !opens || !closes) {
            add(Wildcard.ANY_IN_NAME);
        } else if (at == pattern.length() || pattern.charAt(at) == '\\') {
            add(Wildcard.ANYTHING);
        } else {
            at++;
            if (count == 0 || parts[count - 1] != Wildcard.ANY_FOLDERS) {
                add(Wildcard.ANY_FOLDERS);
            }
        }
    }

    private Wildcard split(String head) {
        int end = count;
        while (end > 0 && parts[end - 1] >= 0) {
            end--;
        }
        StringBuilder tail = new StringBuilder();
        for (int i = end; i < count; i++) {
            tail.append((char) parts[i]);
        }
        return new Wildcard(head, Arrays.copyOf(parts, end), sets, tail.toString());
    }
}
