package dev.holdfast.commands.run;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says of each leaked value how far it has come: whether HEAD has it, since when, through which
 * commit, and whether built output hands it to whoever asks. One check knows one of these; a value
 * is the same in all of them when its keyed hash is.
 */
final class BlastRadius {
    private static final String VALUE = "valueHash";
    private static final int SHORT = 12;
    private static final int DAY = 10;

    private final Map<String, Result> inHistory = new HashMap<>();
    private final Set<String> served = new HashSet<>();

    private BlastRadius(List<Result> results) {
        for (Result each : results) {
            if (each.properties().get(VALUE) instanceof String value) {
                if (each.properties().containsKey("commit")) {
                    inHistory.put(value, each);
                }
                Object exposure = each.properties().get("exposure");
                if ("served".equals(exposure) || "map".equals(exposure)) {
                    served.add(value);
                }
            }
        }
    }

    /**
     * The results with what all of them together say.
     *
     * @param committed what is committed, asked for only when some result needs it
     */
    static List<Result> tell(List<Result> results, Supplier<Committed> committed) {
        BlastRadius radius = new BlastRadius(results);
        List<Result> told = new ArrayList<>();
        Committed asked = null;
        for (Result each : results) {
            if (each.outcome() != Outcome.FAIL
                    || !(each.properties().get(VALUE) instanceof String value)) {
                told.add(each);
                continue;
            }
            Result history = radius.inHistory.get(value);
            Standing standing;
            if (history != null) {
                standing = Standing.ofHistory(history);
            } else {
                asked = asked == null ? committed.get() : asked;
                standing = asked.of(each);
            }
            told.add(radius.tell(each, value, standing));
        }
        return told;
    }

    /**
     * How a value stands in the repository.
     *
     * @param words for a person
     * @param atHead whether HEAD has it; null when nobody knows
     * @param commit empty when there is none
     * @param date empty when there is none
     */
    record Standing(String words, @Nullable Boolean atHead, String commit, String date) {
        static final Standing UNKNOWN = new Standing("", null, "", "");

        static Standing ofHistory(Result history) {
            Map<String, Object> facts = history.properties();
            boolean atHead = Boolean.TRUE.equals(facts.get("atHead"));
            String commit = String.valueOf(facts.get("commit"));
            String date = String.valueOf(facts.get("date"));
            return new Standing(
                    (atHead ? "at HEAD" : "only in the history") + since(commit, date),
                    atHead,
                    commit,
                    date);
        }

        /** Of a file that is committed as it is now. */
        static Standing ofFile(String commit, String date) {
            return new Standing(
                    "at HEAD" + since(commit, date) + " at the latest", true, commit, date);
        }

        private static String since(String commit, String date) {
            String day = date.length() > DAY ? date.substring(0, DAY) : date;
            return (day.isEmpty() ? "" : " since " + day)
                    + (commit.isEmpty()
                            ? ""
                            : " (" + commit.substring(0, Math.min(SHORT, commit.length())) + ")");
        }
    }

    private Result tell(Result result, String value, Standing standing) {
        List<String> words = new ArrayList<>();
        if (!standing.words().isEmpty()) {
            words.add(standing.words());
        }
        Result told = result;
        if (served.contains(value)) {
            words.add("in a bundle that is served");
            told = told.withProperty("served", true);
        }
        if (standing.atHead() != null) {
            told = told.withProperty("atHead", standing.atHead());
        }
        if (!standing.date().isEmpty()) {
            told = told.withProperty("since", standing.date());
        }
        if (!standing.commit().isEmpty()) {
            told = told.withProperty("sinceCommit", standing.commit());
        }
        return words.isEmpty() ? told : told.withProperty("blastRadius", String.join(", ", words));
    }
}
