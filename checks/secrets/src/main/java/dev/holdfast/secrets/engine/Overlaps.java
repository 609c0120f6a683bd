package dev.holdfast.secrets.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the longest of tokens that lie in each other: a JWT inside a database URL is the URL's. */
final class Overlaps {

    private Overlaps() {}

    /** The matches, sorted by start and then longest first, without tokens inside tokens. */
    static List<Match> resolve(List<Match> sorted) {
        Covered certain = new Covered();
        Covered likely = new Covered();
        for (Match match : sorted) {
            if (match instanceof TokenMatch token) {
                Confidence confidence = token.rule().confidence();
                if (confidence == Confidence.HIGH) {
                    certain.add(token);
                }
                if (confidence != Confidence.LOW) {
                    likely.add(token);
                }
            }
        }
        certain.settle();
        likely.settle();
        // A rule with two anchors at one place tells the same twice.
        Set<Match> kept = new LinkedHashSet<>();
        @Nullable TokenMatch outer = null;
        for (Match match : sorted) {
            if (match instanceof TokenMatch token) {
                if (isInside(token, outer) || isTold(token, certain, likely)) {
                    continue;
                }
                if (outer == null || token.end() > outer.end()) {
                    outer = token;
                }
            }
            kept.add(match);
        }
        return List.copyOf(kept);
    }

    /** What lies in another token is a part of it, unless it is worse. */
    private static boolean isInside(TokenMatch token, @Nullable TokenMatch outer) {
        return outer != null
                && token.end() <= outer.end()
                && outer.assessment().severity().compareTo(token.assessment().severity()) <= 0;
    }

    /** A guess at what another rule is surer of says nothing more. */
    private static boolean isTold(TokenMatch guess, Covered certain, Covered likely) {
        return switch (guess.rule().confidence()) {
            case HIGH -> false;
            case MEDIUM -> certain.overlaps(guess.start(), guess.end());
            case LOW -> likely.overlaps(guess.start(), guess.end());
        };
    }
}
