package dev.holdfast.core.check;

import dev.holdfast.core.result.Result;
import java.util.List;

/** What one check says, and what it looked at to be able to say so. */
public record Findings(List<Result> results, Coverage coverage) {

    public Findings {
        results = List.copyOf(results);
    }
}
