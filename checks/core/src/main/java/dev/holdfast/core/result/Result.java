package dev.holdfast.core.result;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check says about one thing. Immutable; never holds a secret value.
 *
 * @param spots where it holds, most telling first; empty when the result concerns no file
 * @param subject what is meant when it is not a file: a table, a route, a key, a folder
 * @param identity what it is known by in later runs; that of the first spot when there is one
 * @param waiver the id of the waiver behind {@link Outcome#WAIVED}
 * @param properties further facts by name: strings, numbers, booleans, and lists or maps of them
 */
public record Result(
        CheckId check,
        Outcome outcome,
        Severity severity,
        Evidence evidence,
        List<Spot> spots,
        @Nullable String subject,
        String message,
        String remediation,
        Identity identity,
        @Nullable String waiver,
        Map<String, Object> properties) {

    /** The property of a waived result that was unknown before. */
    private static final String ACCEPTED_UNKNOWN = "acceptedUnknown";

    /** Worst first: what fails before what is unknown, then severity, check and place. */
    public static final Comparator<Result> WORST_FIRST =
            Comparator.<Result>comparingInt(result -> rank(result.outcome()))
                    .thenComparing(Result::severity)
                    .thenComparing(Result::check)
                    .thenComparing(
                            result -> result.location().orElse(null),
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Result::identity)
                    .thenComparing(Result::message);

    public Result {
        spots = List.copyOf(spots);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** The identity in 32 lower-case hexadecimal digits. */
    public String fingerprint() {
        return identity.fingerprint();
    }

    /** The first spot's place, or nothing when the result concerns no file. */
    public Optional<Location> location() {
        return spots.isEmpty() ? Optional.empty() : Optional.of(spots.getFirst().location());
    }

    /**
     * Whether it says that something of the project was looked at. A waiver that accepts an unknown
     * result makes nobody look, and neither does what is said of waivers and of the baseline.
     */
    public boolean looked() {
        return outcome.looked()
                && !properties.containsKey(ACCEPTED_UNKNOWN)
                && !check.isBookkeeping();
    }

    /** The same result, accepted by a waiver. */
    public Result waivedBy(String waiverId) {
        Result waived = withOutcome(Outcome.WAIVED, waiverId);
        return outcome == Outcome.UNKNOWN ? waived.withProperty(ACCEPTED_UNKNOWN, true) : waived;
    }

    /** The same result with one more property. */
    public Result withProperty(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(properties);
        more.put(name, value);
        return new Result(
                check,
                outcome,
                severity,
                evidence,
                spots,
                subject,
                message,
                remediation,
                identity,
                waiver,
                more);
    }

    /** The same result with another outcome and, for a waived one, the waiver's id. */
    public Result withOutcome(Outcome newOutcome, @Nullable String waiverId) {
        return new Result(
                check,
                newOutcome,
                severity,
                evidence,
                spots,
                subject,
                message,
                remediation,
                identity,
                waiverId,
                properties);
    }

    /**
     * The same result at some of its spots only; the identity becomes that of the first one kept.
     *
     * @throws IllegalArgumentException when no spot is kept
     */
    public Result atSpots(List<Spot> kept) {
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("a result keeps at least one of its spots");
        }
        return new Result(
                check,
                outcome,
                severity,
                evidence,
                kept,
                subject,
                message,
                remediation,
                kept.getFirst().identity(),
                waiver,
                properties);
    }

    /** The same result with another message. */
    public Result withMessage(String newMessage) {
        return new Result(
                check,
                outcome,
                severity,
                evidence,
                spots,
                subject,
                newMessage,
                remediation,
                identity,
                waiver,
                properties);
    }

    /** The same result with another severity. */
    public Result withSeverity(Severity newSeverity) {
        return new Result(
                check,
                outcome,
                newSeverity,
                evidence,
                spots,
                subject,
                message,
                remediation,
                identity,
                waiver,
                properties);
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case FAIL -> 0;
            case ERROR -> 1;
            case UNKNOWN -> 2;
            case WAIVED -> 3;
            case BASELINED -> 4;
            case PASS -> 5;
            case NOT_APPLICABLE -> 6;
        };
    }
}
