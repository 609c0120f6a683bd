package dev.holdfast.secrets.verify;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When an answer means one thing.
 *
 * @param statuses the statuses that do
 * @param fields JSON paths and the values of which one must stand there; {@code *} at its end for
 *     any end
 */
record Outcome(Set<Integer> statuses, Map<String, List<String>> fields) {

    Outcome {
        statuses = Set.copyOf(statuses);
        fields = Map.copyOf(fields);
    }

    boolean fits(int status, Map<String, String> json) {
        return statuses.contains(status)
                && fields.entrySet().stream()
                        .allMatch(field ->
                                agrees(field.getValue(), json.getOrDefault(field.getKey(), "")));
    }

    private static boolean agrees(List<String> wanted, String found) {
        return !found.isEmpty()
                && wanted.stream()
                        .anyMatch(each ->
                                each.endsWith("*")
                                        ? found.startsWith(each.substring(0, each.length() - 1))
                                        : found.equals(each));
    }
}
