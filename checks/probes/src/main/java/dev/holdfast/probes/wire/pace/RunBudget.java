package dev.holdfast.probes.wire.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts what a run asks and how often the service fails or is silent, and says when to stop. Safe
 * for several threads.
 */
public final class RunBudget {
    private final RunLimits limits;
    private final Clock clock;
    private final Instant begin;
    private int requests;
    private int failures;
    private boolean broken;
    private int silences;
    private boolean deaf;

    /** A run that begins now. */
    public RunBudget(RunLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.begin = clock.instant();
    }

    /**
     * Why nothing may be asked any more, or nothing when it may.
     *
     * @param patient whether it goes on after many answers of 5xx
     */
    public synchronized Optional<String> stopped(boolean patient) {
        if (broken && !patient) {
            return Optional.of(
                    "the run was stopped: "
                            + limits.failures()
                            + " answers in a row were 5xx; look at the service's log first");
        }
        if (deaf) {
            return Optional.of(
                    "the run was stopped: "
                            + limits.failures()
                            + " requests in a row had no answer; see whether the service can be"
                            + " reached from here");
        }
        if (requests >= limits.requests()) {
            return Optional.of(
                    "the run was stopped after " + limits.requests() + " requests, its maximum");
        }
        if (Duration.between(begin, clock.instant()).compareTo(limits.time()) >= 0) {
            return Optional.of(
                    "the run was stopped after " + limits.time().toMinutes() + " minutes");
        }
        return Optional.empty();
    }

    /**
     * Counts a request, when there may be one more.
     *
     * @return why there may not, or nothing
     */
    public synchronized Optional<String> begin(boolean patient) {
        Optional<String> stopped = stopped(patient);
        if (stopped.isEmpty()) {
            requests++;
        }
        return stopped;
    }

    /** Counts an answer. */
    public synchronized void answered(boolean failed) {
        failures = failed ? failures + 1 : 0;
        broken = broken || failures >= limits.failures();
    }

    /** Counts a request to which nothing came: no connection, or no whole answer in time. */
    public synchronized void unheard() {
        silences++;
        deaf = deaf || silences >= limits.failures();
    }

    /** The service said something. */
    public synchronized void heard() {
        silences = 0;
    }

    /** How many requests there were. */
    public synchronized int requests() {
        return requests;
    }
}
