package dev.holdfast.commands.report;

import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The same said of several subjects is said once to a person, with all of the subjects. What has a
 * place in a file stands alone.
 *
 * @param first of them
 * @param subjects in the order of the report; none when there is no subject
 */
record AlikeResults(Result first, List<String> subjects) {
    /** In the order in which each was first said. */
    static List<AlikeResults> of(Stream<Result> results) {
        Map<List<Object>, AlikeResults> all = new LinkedHashMap<>();
        results.forEach(result ->
                all.computeIfAbsent(key(result), _ -> new AlikeResults(result, new ArrayList<>()))
                        .add(result));
        return List.copyOf(all.values());
    }

    private void add(Result result) {
        String subject = result.subject();
        if (subject != null && !subjects.contains(subject)) {
            subjects.add(subject);
        }
    }

    private static List<Object> key(Result result) {
        // An object of its own is like no other: what is there twice is shown twice.
        return result.subject() == null || !result.spots().isEmpty()
                ? List.of(new Object())
                : List.of(
                        result.check(),
                        Words.outcome(result),
                        result.message(),
                        result.remediation(),
                        Words.facts(result));
    }
}
