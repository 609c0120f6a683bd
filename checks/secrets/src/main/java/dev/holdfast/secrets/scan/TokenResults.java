package dev.holdfast.secrets.scan;

import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.Expiry;
import dev.holdfast.secrets.scan.Sighting.Past;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one result of all places at which one value stands. A place is known by rule, path and
 * value, and not by its line, so that a moved line stays the same finding.
 */
public final class TokenResults {
    private static final Comparator<Sighting> BY_PLACE =
            Comparator.comparing(Sighting::path)
                    .thenComparingLong(each -> each.found().offset())
                    .thenComparingInt(each -> each.found().decodedFrom().size());
    private static final Comparator<Sighting> OLDEST_FIRST =
            Comparator.comparing(TokenResults::when).thenComparing(BY_PLACE);

    private final String where;
    private final Instant now;

    /**
     * Results that say where the values stand, as in "in the working tree".
     *
     * @param now when they are told: a token may have expired
     */
    public TokenResults(String where, Instant now) {
        this.where = where;
        this.now = now;
    }

    /** One for each value. */
    public List<Result> of(List<Sighting> sightings) {
        Map<String, List<Sighting>> values = new LinkedHashMap<>();
        sightings.stream()
                .sorted(BY_PLACE)
                .forEach(each ->
                        values.computeIfAbsent(
                                        each.found().rule().info().id()
                                                + " "
                                                + each.found().valueHash(),
                                        _ -> new ArrayList<>())
                                .add(each));
        return values.values().stream().map(this::result).toList();
    }

    private static OffsetDateTime when(Sighting sighting) {
        Past past = sighting.past();
        if (past == null) {
            return OffsetDateTime.MIN;
        }
        // What a reference names itself is of no commit, and a commit may have no date.
        return past.date().isEmpty() ? OffsetDateTime.MAX : OffsetDateTime.parse(past.date());
    }

    private Result result(List<Sighting> places) {
        List<Sighting> sorted = places.stream().sorted(OLDEST_FIRST).toList();
        Sighting first = sorted.getFirst();
        Found telling = telling(sorted);
        Assessment assessment = Expiry.judged(telling.assessment(), now);
        boolean open = isOpen(telling);
        List<Spot> spots = spots(sorted);
        return new Result(
                telling.rule().info().id(),
                open ? Outcome.PASS : Outcome.FAIL,
                open ? Severity.INFO : assessment.severity(),
                Evidence.MEASURED,
                spots,
                null,
                telling.rule().info().title()
                        + " "
                        + where
                        + (open ? ", public by design" : "")
                        + Expiry.words(assessment),
                open ? "" : remediation(telling.rule(), first.past() != null),
                spots.getFirst().identity(),
                null,
                properties(sorted, telling, assessment, open));
    }

    /**
     * The place that says most about the value. What makes it public by design stands around one of
     * its places and makes it public everywhere; else the worst counts.
     */
    private static Found telling(List<Sighting> sorted) {
        return sorted.stream()
                .map(Sighting::found)
                .min(
                        Comparator.comparing((Found each) -> !isOpen(each))
                                .thenComparing(each -> each.assessment().severity()))
                .orElseThrow();
    }

    private static boolean isOpen(Found found) {
        return found.assessment().verdict() == Assessment.Verdict.PUBLIC_BY_DESIGN;
    }

    private static List<Spot> spots(List<Sighting> sorted) {
        Map<String, Integer> counts = new HashMap<>();
        Map<Location, Spot> spots = new LinkedHashMap<>();
        for (Sighting each : sorted) {
            Found found = each.found();
            Location location =
                    new Location(
                            each.path(),
                            found.line(),
                            found.column(),
                            found.endLine(),
                            found.endColumn(),
                            null);
            // The same place in two contents of a history is one place of the file.
            if (!spots.containsKey(location)) {
                int number = counts.merge(each.path(), 1, Integer::sum);
                Identity identity =
                        new Identity(
                                found.rule().info().id(), each.path(), found.valueHash(), number);
                spots.put(location, new Spot(location, identity, found.waivers(), found.excerpt()));
            }
        }
        return List.copyOf(spots.values());
    }

    private static String remediation(TokenRule rule, boolean history) {
        return "revoke it at "
                + rule.rotationUrl()
                + " and make a new one; keep the new one out of the repository, in the environment"
                + " or a secret store"
                + (history
                        ? "; rewriting the history does not take it back from clones and forks"
                        : "");
    }

    /** In the order in which nothing stands still. */
    private static List<String> rotationSteps(TokenRule rule, @Nullable Past past) {
        String since = past == null || past.date().isEmpty() ? "" : " since " + past.date();
        return List.of(
                "make a new one at " + rule.rotationUrl(),
                "give it to what uses the old one, from the environment or a secret store",
                "revoke the old one",
                "look into the issuer's log for uses that nobody knows of" + since);
    }

    private static Map<String, Object> properties(
            List<Sighting> sorted, Found telling, Assessment assessment, boolean open) {
        Map<String, Object> facts = new TreeMap<>(assessment.facts());
        Assessment.Checksum checksum = assessment.checksum();
        facts.put("provider", telling.rule().provider());
        facts.put("rotation", telling.rule().rotationUrl());
        if (!open) {
            facts.put("rotationSteps", rotationSteps(telling.rule(), sorted.getFirst().past()));
        }
        facts.put("verdict", open ? "public-by-design" : "leaked");
        facts.put("confidence", telling.rule().confidence().with(checksum).word());
        facts.put("checksum", checksum.name().toLowerCase(Locale.ROOT));
        facts.put("redacted", telling.redacted());
        facts.put("valueHash", telling.valueHash());
        facts.put("decodedFrom", telling.decodedFrom());
        Past past = sorted.getFirst().past();
        if (past != null) {
            facts.put("commit", past.commit());
            facts.put("commitPath", sorted.getFirst().path());
            facts.put("author", past.author());
            facts.put("date", past.date());
            facts.put(
                    "atHead",
                    sorted.stream().anyMatch(each -> each.past() != null && each.past().atHead()));
        }
        return facts;
    }
}
