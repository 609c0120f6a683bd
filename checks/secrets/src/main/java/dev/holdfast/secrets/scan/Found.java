package dev.holdfast.secrets.scan;

import dev.holdfast.core.result.Excerpt;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token at its place in one content. Holds no part of the value.
 *
 * @param valueHash keyed hash of the value
 * @param redacted what may be shown of it
 * @param offset of its first byte in the content
 * @param excerpt the line around it, or null when it stands in decoded text
 * @param waivers what comments beside it name
 * @param decodedFrom the ways in which it is spelled, the outermost first; empty when it stands
 *     plain
 */
public record Found(
        TokenRule rule,
        Assessment assessment,
        String valueHash,
        String redacted,
        long offset,
        int line,
        int column,
        int endLine,
        int endColumn,
        @Nullable Excerpt excerpt,
        Set<String> waivers,
        List<String> decodedFrom) {

    public Found {
        waivers = Set.copyOf(waivers);
        decodedFrom = List.copyOf(decodedFrom);
    }

    /** The same, inside something that was unpacked: its own lines are not those of the file. */
    Found inside(List<String> outer) {
        List<String> all = new ArrayList<>(outer);
        all.addAll(decodedFrom);
        return new Found(
                rule, assessment, valueHash, redacted, offset, 1, 1, 1, 1, null, Set.of(), all);
    }
}
