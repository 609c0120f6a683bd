package dev.holdfast.commands.run;

import dev.holdfast.core.resolve.Renames;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Renames out of a repository that may be damaged, and may hold a pipe that nobody writes to. When
 * they cannot be followed, there are none, which is the stricter side: what has moved is new.
 */
final class PatientRenames implements Renames {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What one answer comes from. */
    @FunctionalInterface
    private interface Question {
        Map<String, String> ask() throws IOException;
    }

    private final Renames renames;
    private Optional<String> problem = Optional.empty();

    PatientRenames(Renames renames) {
        this.renames = renames;
    }

    @Override
    public Map<String, String> sinceBaseline() throws IOException {
        return answer(renames::sinceBaseline);
    }

    @Override
    public Map<String, String> sinceWaivers() throws IOException {
        return answer(renames::sinceWaivers);
    }

    private Map<String, String> answer(Question question) throws IOException {
        FutureTask<Map<String, String>> task = new FutureTask<>(question::ask);
        Thread.ofVirtual().name("renames").start(task);
        try {
            return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            // The class only: a message may quote what stands in the repository.
            Throwable cause = broken.getCause();
            return none((cause == null ? broken : cause).getClass().getSimpleName());
        } catch (TimeoutException late) {
            return none("it took longer than " + LIMIT.toMinutes() + " minutes");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        } finally {
            task.cancel(true);
        }
    }

    private Map<String, String> none(String why) {
        problem =
                Optional.of(
                        "git could not be asked for renamed files ("
                                + why
                                + "), so what has moved since it was accepted is new");
        return Map.of();
    }

    /** Why they could not be followed, when they were asked for and could not. */
    Optional<String> problem() {
        return problem;
    }
}
