package dev.holdfast.secrets.scan;

import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.vector.FilterPolicy;
import dev.holdfast.secrets.place.Scrub;
import dev.holdfast.secrets.rule.RuleSet;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.rule.ValueHashes;
import dev.holdfast.secrets.verify.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one run looks for; shared by its threads.
 *
 * @param ids the check ids of its rules
 * @param ring what keeps the values that somebody is to be asked about
 */
record TokenSearch(Engine engine, ValueHashes hashes, Set<String> ids, KeyRing ring) {
    // Below, the JVM compiles longer than it scans.
    private static final long MUCH = 64 << 20;

    /** A search that keeps no value to ask about. */
    static TokenSearch of(FingerprintKey key, boolean much) {
        return of(key, much, UserRules.NONE, KeyRing.closed());
    }

    /**
     * A search.
     *
     * @param own the rules of the policy
     * @param ring keeps the values that somebody can be asked about
     * @param much whether there is much to look at, so that what is quick in the long run pays
     */
    static TokenSearch of(FingerprintKey key, boolean much, UserRules own, KeyRing ring) {
        RuleSet rules = RuleSet.all().with(own);
        return new TokenSearch(
                Engine.of(
                        rules.recognizers(),
                        List.of(),
                        FilterPolicy.ofThisJvm(MUCH).filters(much ? MUCH : 0)),
                new ValueHashes(key),
                rules.rules().stream()
                        .map(rule -> rule.info().id().value())
                        .collect(Collectors.toUnmodifiableSet()),
                ring);
    }

    /** A scan for one thread. */
    ContentScan scan() {
        return new ContentScan(engine, hashes, ring);
    }

    /** Takes out of names what this search finds in them. */
    Scrub scrub() {
        return new Scrub(this::inName);
    }

    /** Where tokens stand in a name. */
    private List<Span> inName(byte[] name) {
        return engine.scan(name, name.length).stream()
                .filter(TokenMatch.class::isInstance)
                .map(match -> new Span(match.start(), match.end()))
                .toList();
    }

    /** Whether a token stands in the name of a file, which every report shows. */
    boolean isInName(String path) {
        return !inName(path.getBytes(StandardCharsets.UTF_8)).isEmpty();
    }

    String kinds() {
        return ids.size() + " kinds of tokens";
    }
}
