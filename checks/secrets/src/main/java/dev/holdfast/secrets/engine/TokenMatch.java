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
}
