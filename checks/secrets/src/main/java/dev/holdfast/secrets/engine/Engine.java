package dev.holdfast.secrets.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Finds tokens, needles and variables in a run of bytes. A pure function, safe to share between
 * threads.
 *
 * <p>A filter names the offsets at which an anchor may stand; only there is a recogniser asked.
 */
public final class Engine {
    private static final Comparator<Match> LONGEST_FIRST =
            Comparator.comparingInt(Match::start)
                    .thenComparing(Comparator.comparingInt(Match::end).reversed());

    private final AnchorTable table;
    private final CandidateFilter filter;
    private final int reach;
    private final int roving;

    private Engine(List<Finder> finders, Function<List<Anchor>, CandidateFilter> filters) {
        table = new AnchorTable(finders);
        filter = filters.apply(table.anchors());
        reach = finders.stream().mapToInt(Finder::reach).max().orElse(0);
        roving =
                finders.stream()
                        .filter(each -> !each.startsAtAnchor())
                        .mapToInt(Finder::reach)
                        .max()
                        .orElse(0);
    }

    /** An engine that looks for what the recognisers know and for the needles. */
    public static Engine of(List<Recognizer> recognizers, List<Needle> needles) {
        return of(recognizers, needles, ScalarFilter::new);
    }

    /** The same with another way to find candidates, made for the anchors. */
    public static Engine of(
            List<Recognizer> recognizers,
            List<Needle> needles,
            Function<List<Anchor>, CandidateFilter> filters) {
        List<Finder> all = new ArrayList<>();
        recognizers.forEach(each -> all.add(Finder.of(each)));
        all.addAll(NeedleGroup.of(needles));
        return new Engine(all, filters);
    }

    /**
     * Everything that is found in the first {@code length} bytes, by start offset. Tokens that lie
     * inside another token are left out; needles and variables are always told, so that a caller
     * can name the variable that a token came from.
     */
    public List<Match> scan(byte[] bytes, int length) {
        return scan(bytes, length, Integer.MAX_VALUE).matches();
    }

    /**
     * What was found.
     *
     * @param whole whether that is all, and not only the first of many
     */
    public record Scan(List<Match> matches, boolean whole) {

        public Scan {
            matches = List.copyOf(matches);
        }
    }

    /**
     * The same, and no further once so many were found, those that lie in others counted: what
     * holds more was made of them, and to judge each takes longer than all else.
     */
    public Scan scan(byte[] bytes, int length, int most) {
        List<Match> found = new ArrayList<>();
        filter.scan(
                bytes,
                length,
                0,
                length,
                at -> {
                    if (found.size() < most) {
                        table.ask(bytes, length, at, false, found);
                    }
                });
        boolean whole = found.size() < most;
        found.sort(LONGEST_FIRST);
        return new Scan(Overlaps.resolve(found), whole);
    }

    /**
     * What {@link #scan} finds and what starts in {@code [from, to)}. The bytes around the window
     * are seen; what starts there costs nothing.
     */
    public List<Match> scanWindow(byte[] bytes, int length, int from, int to) {
        List<Match> found = new ArrayList<>();
        int first = Math.max(0, from - roving);
        int last = (int) Math.min(length, (long) to + roving);
        filter.scan(
                bytes,
                length,
                first,
                last,
                at -> table.ask(bytes, length, at, at < from || at >= to, found));
        found.removeIf(match -> match.start() >= to);
        boolean holdsToken =
                found.stream().anyMatch(each -> each instanceof TokenMatch && each.start() >= from);
        if (holdsToken && from > 0) {
            // A longer token may begin before the window and hold the ones that are in it.
            int further = (int) Math.max(0, (long) from - reach - roving);
            filter.scan(
                    bytes, length, further, from, at -> table.ask(bytes, length, at, false, found));
        }
        found.sort(LONGEST_FIRST);
        return Overlaps.resolve(found).stream().filter(match -> match.start() >= from).toList();
    }

    static boolean startsWith(byte[] bytes, int length, int at, byte[] literal) {
        if (at < 0 || at + literal.length > length) {
            return false;
        }
        for (int i = 0; i < literal.length; i++) {
            if (bytes[at + i] != literal[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The most bytes on either side of a match's start that decide about it. Who scans a long file
     * in windows lets them overlap by twice that much, and loses nothing.
     */
    public int reach() {
        return reach;
    }
}
