package dev.holdfast.secrets.engine;

import java.util.List;

/**
 * A token of a known kind found.
 *
 * @param parts further runs of bytes that belong to the same secret and are as secret as the token
 *     itself: the other half of a key pair
 */
public record TokenMatch(
        TokenRule rule, Assessment assessment, int start, int end, List<Span> parts)
        implements Match {

    public TokenMatch {
        parts = List.copyOf(parts);
    }

    /** Whether a run of bytes shares a byte with the token or one of its parts. */
    public boolean overlaps(int otherStart, int otherEnd) {
        return (start < otherEnd && otherStart < end)
                || parts.stream().anyMatch(part -> part.overlaps(otherStart, otherEnd));
    }
}
