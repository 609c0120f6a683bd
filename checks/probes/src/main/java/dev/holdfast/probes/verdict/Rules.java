package dev.holdfast.probes.verdict;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.Arrays;
import java.util.List;

/** Writes rules down. */
public final class Rules {
    private Rules() {}

    /**
     * A rule.
     *
     * @param references names of standards: {@code CWE-942}, {@code ASVS v5.0.0-3.4.2}, {@code RFC
     *     6797}
     */
    public static CheckInfo rule(
            String id,
            String title,
            Severity severity,
            String meaning,
            String why,
            String fix,
            String... references) {
        List<Reference> all =
                Arrays.stream(references).map(name -> new Reference(name, "")).toList();
        return new CheckInfo(new CheckId(id), title, severity, meaning, why, fix, all);
    }
}
