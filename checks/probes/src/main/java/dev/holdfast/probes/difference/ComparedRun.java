package dev.holdfast.probes.difference;

import java.util.List;
import java.util.Set;

/**
 * One of two runs that are compared.
 *
 * @param file as its user knows it
 * @param kind what made it: {@code probe cors}, or {@code a recording}
 * @param targets whose results it holds; empty when it does not say
 */
public record ComparedRun(String file, String kind, Set<String> targets, List<Judged> results) {
    public ComparedRun {
        targets = Set.copyOf(targets);
        results = List.copyOf(results);
    }
}
