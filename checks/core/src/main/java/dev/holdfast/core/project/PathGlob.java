package dev.holdfast.core.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of paths with '/': {@code *} and {@code ?} stay inside one name, {@code **} crosses
 * names, and a pattern that names a folder means everything below it. Capitals count. Every other
 * character stands for itself.
 *
 * <p>It is matched as a set of states, one step for each character of the path, so that no pattern
 * takes longer than its length times the path's (a regular expression can take exponential time).
 */
public final class PathGlob {
    // Below every code point.
    private static final int ANY_IN_NAME = -1;
    private static final int ANYTHING_IN_NAME = -2;
    private static final int ANYTHING = -3;
    private static final int ANY_FOLDERS = -4;

    private final String text;
    private final int[] parts;

    private PathGlob(String text, int[] parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * The pattern, or nothing when the text is none: empty, absolute, out of the root, or with a
     * backslash or a control character.
     */
    public static Optional<PathGlob> of(String text) {
        List<String> names = Arrays.asList(text.split("/", -1));
        boolean none =
                text.isEmpty()
                        || text.startsWith("/")
                        || names.contains("..")
                        || text.chars().anyMatch(each -> each == '\\' || each < ' ');
        return none ? Optional.empty() : Optional.of(new PathGlob(text, parts(names)));
    }

    private static int[] parts(List<String> all) {
        // "./a//b/" is another way to write "a/b", and "." is the root with all below it.
        List<String> names = all.stream().filter(each -> !each.matches("\\.?")).toList();
        if (names.isEmpty()) {
            return new int[] {ANYTHING};
        }
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            boolean anyFolders = names.get(i).equals("**") && !last;
            if (anyFolders && i > 0 && names.get(i - 1).equals("**")) {
                continue;
            }
            if (anyFolders) {
                parts.add(ANY_FOLDERS);
            } else {
                addName(names.get(i), parts);
                if (!last) {
                    parts.add((int) '/');
                }
            }
        }
        return parts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addName(String name, List<Integer> parts) {
        int[] points = name.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '*') {
                int start = i;
                while (i + 1 < points.length && points[i + 1] == '*') {
                    i++;
                }
                parts.add(i > start ? ANYTHING : ANYTHING_IN_NAME);
            } else {
                parts.add(points[i] == '?' ? ANY_IN_NAME : points[i]);
            }
        }
    }

    /** Whether the pattern means that path. */
    public boolean matches(String path) {
        BitSet now = new BitSet(parts.length + 1);
        BitSet next = new BitSet(parts.length + 1);
        enter(now, 0);
        for (int i = 0; i < path.length() && !now.isEmpty(); ) {
            int point = path.codePointAt(i);
            i += Character.charCount(point);
            if (point == '/' && now.get(parts.length)) {
                return true;
            }
            step(now, next, point);
            BitSet used = now;
            now = next;
            next = used;
            next.clear();
        }
        return now.get(parts.length);
    }

    /** One character further. */
    private void step(BitSet now, BitSet next, int point) {
        boolean inName = point != '/';
        for (int at = now.nextSetBit(0);
                at >= 0 && at < parts.length;
                at = now.nextSetBit(at + 1)) {
            int part = parts[at];
            if (part == ANYTHING || (part == ANYTHING_IN_NAME && inName)) {
                enter(next, at);
            } else if (part == ANY_FOLDERS) {
                next.set(at);
                if (!inName) {
                    enter(next, at + 1);
                }
            } else if (part == point || (part == ANY_IN_NAME && inName)) {
                enter(next, at + 1);
            }
        }
    }

    /** A part that may stand for nothing is left in the moment it is entered. */
    private void enter(BitSet states, int at) {
        int reached = at;
        states.set(reached);
        while (reached < parts.length
                && (parts[reached] == ANYTHING
                        || parts[reached] == ANYTHING_IN_NAME
                        || parts[reached] == ANY_FOLDERS)) {
            reached++;
            states.set(reached);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
