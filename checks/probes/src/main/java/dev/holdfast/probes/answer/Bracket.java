package dev.holdfast.probes.answer;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings that hold only between two right requests that were accepted. A service that turns its
 * caller away after the first bad request refuses everything from then on, and such a refusal says
 * nothing. So each lot of findings is closed by a right request: when that is not accepted any
 * more, every good word of the lot is unknown. What was found at fault stays.
 */
public final class Bracket {
    private final int most;
    private final List<Finding> sure = new ArrayList<>();
    private final List<Finding> open = new ArrayList<>();

    /**
     * Nothing yet, after a right request that was accepted.
     *
     * @param most findings in a lot
     */
    public Bracket(int most) {
        this.most = most;
    }

    /** One more that waits for the next right request. */
    public void add(Finding finding) {
        open.add(finding);
    }

    /** Whether it is time for a right request. */
    public boolean full() {
        return open.size() >= most;
    }

    /** A right request was accepted: what came before it holds. */
    public void accepted() {
        sure.addAll(open);
        open.clear();
    }

    /**
     * A right request was not accepted: what came before it proves nothing.
     *
     * @param why for a report: {@code a right token after it was answered 403}
     */
    public void turnedAway(String why) {
        for (Finding each : open) {
            boolean good =
                    each.outcome() == Outcome.PASS || each.outcome() == Outcome.NOT_APPLICABLE;
            sure.add(
                    good
                            ? Finding.unknown(
                                            each.rule(),
                                            each.message() + ", which proves nothing: " + why)
                                    .keyed(each.key())
                            : each);
        }
        open.clear();
    }

    /** Every finding of the closed lots, in order. */
    public List<Finding> all() {
        return List.copyOf(sure);
    }
}
