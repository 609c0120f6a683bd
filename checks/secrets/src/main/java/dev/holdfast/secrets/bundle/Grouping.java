package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.result.StablePath;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes one result of all places at which one value stands. */
final class Grouping {
    // Most telling first: who can see it, whether the source is known, then the place.
    private static final Comparator<Occurrence> MOST_TELLING =
            Comparator.comparing(Occurrence::exposure)
                    .thenComparing(each -> each.location().origin() == null)
                    .thenComparing(each -> isNoise(each.file().shown()))
                    .thenComparing(Occurrence::location);

    private Grouping() {}

    /**
     * One result for each value.
     *
     * @param now when they are told: a token may have expired
     */
    static List<Result> results(List<Occurrence> occurrences, Instant now) {
        Map<String, List<Occurrence>> groups = new LinkedHashMap<>();
        for (Occurrence each : occurrences) {
            String key = each.hit().info().id() + " " + each.hit().valueHash();
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
        }
        return groups.values().stream().map(each -> result(each, now)).toList();
    }

    private static boolean isNoise(String path) {
        return path.endsWith(".txt") || path.endsWith(".json");
    }

    private static Result result(List<Occurrence> places, Instant now) {
        Map<Occurrence, Identity> identities = identities(places);
        List<Occurrence> sorted = places.stream().sorted(MOST_TELLING).toList();
        Map<List<Object>, Spot> spots = new LinkedHashMap<>();
        for (Occurrence each : sorted) {
            Hit hit = each.hit();
            spots.putIfAbsent(
                    List.of(each.location(), String.valueOf(each.location().origin())),
                    new Spot(
                            each.location(),
                            Objects.requireNonNull(identities.get(each)),
                            hit.waivers(),
                            each.excerpt()));
        }
        Occurrence first = sorted.getFirst();
        Hit hit = telling(sorted).judged(now);
        Assessment assessment = hit.assessment();
        boolean open =
                assessment != null && assessment.verdict() == Assessment.Verdict.PUBLIC_BY_DESIGN;
        boolean server = first.exposure() == Exposure.SERVER;
        List<Spot> all = List.copyOf(spots.values());
        return new Result(
                hit.info().id(),
                open ? Outcome.PASS : Outcome.FAIL,
                open ? Severity.INFO : server ? Severity.LOW : severity(hit),
                Evidence.MEASURED,
                all,
                null,
                message(sorted, open) + (assessment == null ? "" : Expiry.words(assessment)),
                open ? "" : remediation(hit),
                all.getFirst().identity(),
                null,
                properties(sorted, hit, open));
    }

    /**
     * The hit that says most about the value, among those that most people can see. What makes a
     * value public by design stands around one of its places (a Firebase configuration), and makes
     * it public everywhere; else the worst counts (a key id with its other half beside it).
     */
    private static Hit telling(List<Occurrence> sorted) {
        Exposure most = sorted.getFirst().exposure();
        return sorted.stream()
                .filter(each -> each.exposure() == most)
                .map(Occurrence::hit)
                .min(Comparator.comparing(Grouping::isLeaked).thenComparing(Grouping::severity))
                .orElseThrow();
    }

    private static boolean isLeaked(Hit hit) {
        Assessment assessment = hit.assessment();
        return assessment == null || assessment.verdict() == Assessment.Verdict.LEAKED;
    }

    private static Severity severity(Hit hit) {
        Assessment assessment = hit.assessment();
        return assessment == null ? hit.info().severity() : assessment.severity();
    }

    /** Occurrences are numbered in the order of the file, under a name without the build's hash. */
    private static Map<Occurrence, Identity> identities(List<Occurrence> places) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<Occurrence, Identity> identities = new HashMap<>();
        places.stream()
                .sorted(
                        Comparator.comparing((Occurrence each) -> each.file().shown())
                                .thenComparingLong(each -> each.hit().offset()))
                .forEach(each -> {
                    String path = StablePath.of(each.file().shown());
                    int number = counts.merge(path, 1, Integer::sum);
                    Hit hit = each.hit();
                    identities.put(
                            each, new Identity(hit.info().id(), path, hit.valueHash(), number));
                });
        return identities;
    }

    private static String message(List<Occurrence> sorted, boolean open) {
        Hit hit = sorted.getFirst().hit();
        TokenRule rule = hit.rule();
        Hit.@Nullable Named variable = named(sorted);
        String what;
        if (rule != null) {
            what = rule.info().title();
        } else {
            what = "the value of " + (variable == null ? "a variable" : variable.name());
        }
        String from = rule != null && variable != null ? " (" + variable.name() + ")" : "";
        String where =
                switch (sorted.getFirst().exposure()) {
                    case SERVED -> "in what browsers load";
                    case MAP -> "in a source map that is shipped";
                    case SERVER -> "in server output only";
                };
        return what + from + " " + where + (open ? ", public by design" : "");
    }

    private static Hit.@Nullable Named named(List<Occurrence> sorted) {
        Hit.@Nullable Named best = null;
        for (Occurrence each : sorted) {
            Hit.Named variable = each.hit().variable();
            if (variable != null
                    && (best == null || (best.source() == null && variable.source() != null))) {
                best = variable;
            }
        }
        return best;
    }

    private static String remediation(Hit hit) {
        TokenRule rule = hit.rule();
        return rule == null
                ? hit.info().fix()
                : "revoke it at " + rule.rotationUrl() + ", make a new one, keep it on the server";
    }

    private static Map<String, Object> properties(List<Occurrence> sorted, Hit hit, boolean open) {
        Occurrence first = sorted.getFirst();
        Map<String, Object> facts = new TreeMap<>();
        Assessment assessment = hit.assessment();
        if (assessment != null) {
            facts.putAll(assessment.facts());
        }
        TokenRule rule = hit.rule();
        if (rule != null) {
            facts.put("provider", rule.provider());
            facts.put("rotation", rule.rotationUrl());
        }
        Hit.@Nullable Named variable = named(sorted);
        if (variable != null) {
            facts.put("variable", variable.name());
            if (variable.source() != null) {
                facts.put("variableSource", variable.source());
            }
            if (variable.encoding() != null) {
                facts.put("encoding", variable.encoding());
            }
        }
        facts.put(
                "verdict",
                open
                        ? "public-by-design"
                        : first.exposure() == Exposure.SERVER ? "server-only" : "leaked");
        facts.put("exposure", first.exposure().word());
        facts.put("redacted", hit.redacted());
        facts.put("valueHash", hit.valueHash());
        facts.put(
                "checksum",
                assessment == null
                        ? "none"
                        : assessment.checksum().name().toLowerCase(Locale.ROOT));
        return facts;
    }
}
