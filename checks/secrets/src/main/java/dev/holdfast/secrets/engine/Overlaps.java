package dev.holdfast.secrets.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps the longest of tokens that lie in each other: a JWT inside a database URL is the URL's. */
final class Overlaps {

    private Overlaps() {}

    /** The matches, sorted by start and then longest first, without tokens inside tokens. */
    static List<Match> resolve(List<Match> sorted) {
        // A rule with two anchors at one place tells the same twice.
        Set<Match> kept = new LinkedHashSet<>();
        int tokenEnd = -1;
        for (Match match : sorted) {
            if (match instanceof TokenMatch) {
                if (match.end() <= tokenEnd) {
                    continue;
                }
                tokenEnd = match.end();
            }
            kept.add(match);
        }
        return List.copyOf(kept);
    }
}
