package dev.holdfast.secrets.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps the longest of tokens that lie in each other: a JWT inside a database URL is the URL's. */
final class Overlaps {

    private Overlaps() {}

    /** The matches, sorted by start and then longest first, without tokens inside tokens. */
    static List<Match> resolve(List<Match> sorted) {
        Covered certain = new Covered();
        for (Match match : sorted) {
            if (match instanceof TokenMatch token && !isGuess(token)) {
                certain.add(token);
            }
        }
        certain.settle();
        // A rule with two anchors at one place tells the same twice.
        Set<Match> kept = new LinkedHashSet<>();
        int tokenEnd = -1;
        for (Match match : sorted) {
            if (match instanceof TokenMatch token) {
                // A guess at what a rule knows says nothing more.
                boolean told = isGuess(token) && certain.overlaps(token.start(), token.end());
                if (match.end() <= tokenEnd || told) {
                    continue;
                }
                tokenEnd = match.end();
            }
            kept.add(match);
        }
        return List.copyOf(kept);
    }

    private static boolean isGuess(TokenMatch token) {
        return token.rule().confidence() == Confidence.LOW;
    }
}
