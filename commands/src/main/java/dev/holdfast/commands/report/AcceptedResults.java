package dev.holdfast.commands.report;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was looked at and let through, so that it is not forgotten: a line each, or the rules with
 * their counts when that would be more than a screen.
 */
final class AcceptedResults {
    private static final int MOST = 20;
    private static final String INDENT = "      ";

    private AcceptedResults() {}

    static String of(List<Result> results, int width) {
        Map<Outcome, List<Result>> all = new EnumMap<>(Outcome.class);
        for (Result result : results) {
            if (!Words.isOpen(result)) {
                all.computeIfAbsent(result.outcome(), _ -> new ArrayList<>()).add(result);
            }
        }
        StringBuilder text = new StringBuilder();
        Map<Outcome, Integer> shown = new EnumMap<>(Outcome.class);
        // In the order of the report.
        for (Result result : results) {
            List<Result> alike = all.getOrDefault(result.outcome(), List.of());
            boolean own = alike.size() <= MOST || someoneAccepted(result.outcome());
            boolean few =
                    own
                            && !alike.isEmpty()
                            && shown.merge(result.outcome(), 1, Integer::sum) <= MOST;
            if (few || (!alike.isEmpty() && Words.suggested(result).isPresent())) {
                text.append(line(result, width));
            }
        }
        all.forEach((outcome, own) -> {
            if (own.size() > MOST) {
                text.append(
                        someoneAccepted(outcome)
                                ? "and %d more %s; --format json names them all\n"
                                        .formatted(own.size() - MOST, outcome.word())
                                : counts(outcome, own, width));
            }
        });
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    /** Who accepted it, and until when, stands in each. */
    private static boolean someoneAccepted(Outcome outcome) {
        return outcome == Outcome.WAIVED || outcome == Outcome.BASELINED;
    }

    private static String line(Result result, int width) {
        String place = Words.place(result);
        String words =
                Words.outcome(result)
                        + "  "
                        + result.check()
                        + (place.isEmpty() ? "" : "  " + place)
                        + ": "
                        + result.message()
                        + Words.suggested(result).map(policy -> ": " + policy).orElse("");
        return TextWrap.wrap(Visible.line(words), "", INDENT, width);
    }

    private static String counts(Outcome outcome, List<Result> own, int width) {
        Map<String, Integer> rules = new TreeMap<>();
        own.forEach(each -> rules.merge(each.check().value(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        rules.forEach((rule, count) -> words.add(count == 1 ? rule : rule + " (" + count + ")"));
        return TextWrap.wrap(
                outcome.word()
                        + " "
                        + own.size()
                        + ": "
                        + String.join(", ", words)
                        + "; --format json names them all",
                "",
                INDENT,
                width);
    }
}
