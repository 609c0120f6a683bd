package dev.holdfast.secrets.engine;

import java.util.ArrayList;
import java.util.List;

/** Keeps the longest of tokens that lie in each other: a JWT inside a database URL is the URL's. */
final class Overlaps {

    private Overlaps() {}

    /** The matches, sorted by start and then longest first, without tokens inside tokens. */
    static List<Match> resolve(List<Match> sorted) {
        List<Match> kept = new ArrayList<>();
        int tokenEnd = -1;
        for (Match match : sorted) {
            if (match instanceof TokenMatch) {
                if (match.end() <= tokenEnd) {
                    continue;
                }
                tokenEnd = match.end();
            }
            if (!kept.contains(match)) {
                kept.add(match);
            }
        }
        return List.copyOf(kept);
    }
}
