package dev.holdfast.probes.headers;

import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.AccessRules;
import dev.holdfast.probes.target.IsolationRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.verdict.AnotherPage;
import dev.holdfast.probes.verdict.GuardMarks;
import dev.holdfast.probes.verdict.Obstacle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How much of a user's page nobody's answer is. */
enum Likeness {
    /** Byte by byte, or with the text that only the user's own has. */
    SAME,
    /** But for numbers, tokens and a few words, as a page that shows a time or a nonce. */
    ALIKE,
    /** Another page. */
    OTHER,
    /** The service itself said no: an error of the caller's, the way to the login. */
    REFUSED,
    /** A guard, an overload: nobody can say. */
    UNCLEAR;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int SHORTEST_WORD = 2;
    private static final double ALIKE_SHARE = 0.8;

    static Likeness of(Route route, Response own, Response other) {
        if (own.body().equals(other.body()) && other.successful()) {
            return SAME;
        }
        if (holdsCanary(route, own, other)) {
            return SAME;
        }
        if (GuardMarks.inItsPlace(other).isPresent()) {
            return UNCLEAR;
        }
        if (other.redirects() || AnotherPage.of(route.routeClass(), other).isPresent()) {
            return REFUSED;
        }
        if (!other.successful()) {
            return Obstacle.of(other).isPresent() ? UNCLEAR : REFUSED;
        }
        return alike(own, other) ? ALIKE : OTHER;
    }

    private static boolean holdsCanary(Route route, Response own, Response other) {
        Optional<String> canary =
                route.isolation()
                        .map(IsolationRules::canary)
                        .or(() -> route.access().map(AccessRules::canary))
                        .filter(text -> !text.isEmpty());
        return canary.isPresent()
                && Reading.of(own).text().contains(canary.get())
                && Reading.of(other).text().contains(canary.get());
    }

    private static boolean alike(Response own, Response other) {
        Set<String> mine = words(own);
        Set<String> theirs = words(other);
        Set<String> all = new HashSet<>(mine);
        all.addAll(theirs);
        mine.retainAll(theirs);
        return all.isEmpty() || mine.size() >= ALIKE_SHARE * all.size();
    }

    private static Set<String> words(Response response) {
        Set<String> words =
                new HashSet<>(List.of(NO_LETTERS.split(Reading.of(response).text(), -1)));
        words.removeIf(word -> word.length() < SHORTEST_WORD);
        return words;
    }
}
