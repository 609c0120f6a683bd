package dev.holdfast.probes.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts what was collected in a window of time. */
final class Tally {
    private static final int MOST_GROUPS = 1000;
    private static final int MOST_TIMES = 1_000_000;

    /** That host alone: a longer name that begins or ends like it is somebody's. */
    private static final Set<String> PLANTED =
            Set.of("https://holdfast-probe.invalid", "http://holdfast-probe.invalid");

    private final Instant from;
    private final Instant until;
    private final Map<Group, Long> groups = new TreeMap<>();
    private final List<Instant> times = new ArrayList<>();
    private boolean full;
    private boolean arrived;
    private long planted;
    private long ignored;
    private long old;
    private long undated;
    private long beyond;
    private long malformed;
    private Optional<Instant> first = Optional.empty();

    /** What reports have in common. */
    record Group(String directive, String blocked, String page) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            return words().compareTo(other.words());
        }

        String words() {
            return directive + " " + blocked + " " + page;
        }
    }

    Tally(Instant from, Instant until) {
        this.from = from;
        this.until = until;
    }

    void add(CollectedLine line) {
        line.received().ifPresent(this::seen);
        full |= line.mark().contains("full");
        malformed += line.reports().malformed();
        for (ViolationReport report : line.reports().violations()) {
            if (line.received().filter(at -> at.isBefore(from)).isPresent()) {
                old++;
                continue;
            }
            undated += line.received().isPresent() ? 0 : 1;
            count(report, line.received().isPresent());
        }
    }

    private void seen(Instant at) {
        first = Optional.of(first.filter(each -> each.isBefore(at)).orElse(at));
        if (!at.isBefore(from) && times.size() < MOST_TIMES) {
            times.add(at);
        }
    }

    // A report of no known time shows a violation; that reports arrive now it does not show.
    private void count(ViolationReport report, boolean dated) {
        if (PLANTED.contains(ShownAddress.origin(report.blocked()))) {
            planted++;
            arrived |= dated;
        } else if (Extension.caused(report)) {
            ignored++;
            arrived |= dated;
        } else {
            Group group =
                    new Group(
                            report.directive(),
                            ShownAddress.origin(report.blocked()),
                            report.document());
            if (groups.containsKey(group) || groups.size() < MOST_GROUPS) {
                groups.merge(group, 1L, Long::sum);
            } else {
                beyond++;
            }
        }
    }

    Map<Group, Long> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /** Reports beyond the groups that are kept. */
    long beyond() {
        return beyond;
    }

    /** Reports that say too little to be counted. */
    long malformed() {
        return malformed;
    }

    /** Whether a collector had no room for all. */
    boolean full() {
        return full;
    }

    /** Whether a report that is no violation of the page's shows that reports arrive. */
    boolean arrived() {
        return arrived;
    }

    long planted() {
        return planted;
    }

    long ignored() {
        return ignored;
    }

    long old() {
        return old;
    }

    long undated() {
        return undated;
    }

    /** Since when there are lines, whether of the window or older. */
    Optional<Instant> first() {
        return first;
    }

    /**
     * The first time in the window in which nothing was written for so long. A collector of ours
     * speaks every hour; of another nobody can tell silence from absence.
     */
    Optional<Instant> gap(Duration longest) {
        Collections.sort(times);
        Instant last = from;
        for (Instant time : times) {
            if (Duration.between(last, time).compareTo(longest) > 0) {
                return Optional.of(last);
            }
            last = time;
        }
        return Duration.between(last, until).compareTo(longest) > 0
                ? Optional.of(last)
                : Optional.empty();
    }
}
