package dev.holdfast.core.run;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks one after the other (each may keep all the threads of its context busy) and gathers
 * what they say. A check that throws, runs out of memory or takes too long becomes an {@code error}
 * result, which no gate lets pass; the other checks still run.
 */
public final class Runner {
    private final Duration limit;

    /**
     * A runner with a time limit.
     *
     * @param limit how long one check may take
     */
    public Runner(Duration limit) {
        this.limit = limit;
    }

    /**
     * Runs the checks.
     *
     * @throws InterruptedException when the calling thread is interrupted; the running check is
     *     interrupted too
     */
    public Findings run(List<Check> checks, Context context) throws InterruptedException {
        List<Result> results = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        List<Exhibit> exhibits = new ArrayList<>();
        for (Check check : checks) {
            Findings findings = runOne(check, context);
            results.addAll(FoundIn.stamped(findings));
            coverage.addAll(findings.coverage());
            exhibits.addAll(findings.exhibits());
        }
        return new Findings(DistinctPlaces.of(results), coverage, exhibits);
    }

    private Findings runOne(Check check, Context context) throws InterruptedException {
        FutureTask<Findings> task = new FutureTask<>(() -> check.run(context));
        // No virtual thread: one that reads a socket starts the JDK's poller, which stays in a
        // native call, and a JVM that ends waits 300 ms for such a thread
        // (docs/decisions/0010-checks-on-platform-threads.md).
        Thread thread = Thread.ofPlatform().daemon().name("check " + check.name()).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            // What the user can mend is no failure of the check.
            if (cause instanceof UserProblem problem) {
                throw problem;
            }
            return Breakage.of(check, Breakage.reason(cause));
        } catch (TimeoutException late) {
            return Breakage.of(check, "took longer than " + words(limit) + " and was stopped");
        } finally {
            task.cancel(true);
            thread.interrupt();
        }
    }

    private static String words(Duration time) {
        return time.toSeconds() >= 120
                ? time.toMinutes() + " minutes"
                : time.toMillis() >= 2000 ? time.toSeconds() + " seconds" : time.toMillis() + " ms";
    }
}
