package dev.holdfast.secrets.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the needles that begin with the same bytes. They are sorted, and each byte of the text
 * leaves fewer of them, so that thousands that begin alike cost little more than one.
 */
final class NeedleGroup implements Finder {
    private final String start;
    private final List<Needle> sorted;

    private NeedleGroup(String start, List<Needle> needles) {
        this.start = start;
        sorted = needles.stream().sorted(Comparator.comparing(NeedleGroup::text)).toList();
    }

    /** The needles in groups, by what they begin with. */
    static List<NeedleGroup> of(List<Needle> needles) {
        Map<String, List<Needle>> lists = new TreeMap<>();
        for (Needle needle : needles) {
            lists.computeIfAbsent(text(needle).substring(0, Needle.FEWEST), _ -> new ArrayList<>())
                    .add(needle);
        }
        List<NeedleGroup> groups = new ArrayList<>();
        lists.forEach((start, list) -> groups.add(new NeedleGroup(start, list)));
        return groups;
    }

    // Latin-1 sorts as the bytes do, and a needle before those that it begins.
    private static String text(Needle needle) {
        StringBuilder text = new StringBuilder(needle.length());
        for (int i = 0; i < needle.length(); i++) {
            text.append((char) (needle.at(i) & 0xFF));
        }
        return text.toString();
    }

    @Override
    public List<String> anchors() {
        return List.of(start);
    }

    @Override
    public List<String> keywords() {
        return List.of();
    }

    @Override
    public boolean startsAtAnchor() {
        return false;
    }

    /** Adds every needle of the group that stands at an offset at which its first bytes stand. */
    @Override
    public void find(byte[] bytes, int length, int anchor, List<Match> found) {
        int low = 0;
        int high = sorted.size();
        int depth = Needle.FEWEST;
        while (low < high) {
            while (low < high && sorted.get(low).length() == depth) {
                Match match = match(sorted.get(low++), bytes, length, anchor);
                if (match != null) {
                    found.add(match);
                }
            }
            if (anchor + depth >= length) {
                return;
            }
            int next = bytes[anchor + depth] & 0xFF;
            low = first(low, high, depth, next);
            high = first(low, high, depth, next + 1);
            depth++;
        }
    }

    /** The first between the two whose byte at that depth is not smaller. */
    private int first(int from, int to, int depth, int least) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((sorted.get(middle).at(depth) & 0xFF) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static @Nullable Match match(Needle needle, byte[] bytes, int length, int start) {
        int end = start + needle.length();
        return switch (needle.edges()) {
            case ANY -> new NeedleMatch(needle, start, end);
            case WHOLE_WORD ->
                    Boundary.before(bytes, start) && Boundary.after(bytes, length, end)
                            ? new NeedleMatch(needle, start, end)
                            : null;
            case BITS_BEFORE -> new NeedleMatch(needle, before(bytes, start), end);
            case BITS_BEHIND -> new NeedleMatch(needle, start, behind(bytes, length, end));
            case BITS_AROUND ->
                    new NeedleMatch(needle, before(bytes, start), behind(bytes, length, end));
        };
    }

    private static int before(byte[] bytes, int start) {
        return start > 0 && Bytes.BASE64.has(bytes[start - 1]) ? start - 1 : start;
    }

    private static int behind(byte[] bytes, int length, int end) {
        return end < length && Bytes.BASE64.has(bytes[end]) ? end + 1 : end;
    }

    @Override
    public int reach() {
        return sorted.stream().mapToInt(Needle::length).max().orElse(0) + 8;
    }
}
