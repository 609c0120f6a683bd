package dev.holdfast.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.check.Progress;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private final Context context =
            new Context(
                    new Project(Path.of("/project"), Path.of("/project"), false),
                    FingerprintKey.shared(),
                    Clock.systemUTC(),
                    2,
                    Progress.NONE);

    @FunctionalInterface
    private interface Body {
        Findings run() throws IOException, InterruptedException;
    }

    private record Named(String name, Body body) implements Check {
        @Override
        public List<CheckInfo> explanations() {
            return List.of();
        }

        @Override
        public Findings run(Context context) throws IOException, InterruptedException {
            return body.run();
        }
    }

    private static Findings passing(String id, String folder) {
        Result pass =
                new Result(
                        new CheckId(id),
                        Outcome.PASS,
                        Severity.INFO,
                        Evidence.MEASURED,
                        List.of(),
                        null,
                        "looked",
                        "",
                        Identity.ofPlace(new CheckId(id), "f"),
                        null,
                        Map.of());
        return new Findings(
                List.of(pass),
                List.of(new Coverage(Set.of("area"), Set.of(folder), Set.of(), 1, 10)));
    }

    private Findings run(Duration limit, Check... checks) throws InterruptedException {
        return new Runner(limit).run(List.of(checks), context);
    }

    private Result broken(Body body) throws InterruptedException {
        Findings findings = run(Duration.ofMinutes(1), new Named("area.broken", body));
        assertEquals(1, findings.results().size());
        Result result = findings.results().getFirst();
        assertEquals(Outcome.ERROR, result.outcome());
        assertEquals("area.broken", result.check().value());
        return result;
    }

    @Test
    void gathersResultsAndCoverageOfEveryCheck() throws InterruptedException {
        Findings both =
                run(
                        Duration.ofMinutes(1),
                        new Named("area.one", () -> passing("area.one", "dist")),
                        new Named("area.two", () -> passing("area.two", "build")));
        assertEquals(2, both.results().size());
        assertTrue(both.covers(new CheckId("area.one"), "dist/a.js"));
        assertTrue(both.covers(new CheckId("area.two"), "build/a.js"));
        assertFalse(both.covers(new CheckId("area.two"), "src/a.js"));
    }

    @Test
    void brokenCheckBecomesAnErrorAndTheOthersStillRun() throws InterruptedException {
        Findings both =
                run(
                        Duration.ofMinutes(1),
                        new Named(
                                "area.one",
                                () -> {
                                    throw new IOException("disk on fire");
                                }),
                        new Named("area.two", () -> passing("area.two", "build")));
        assertEquals(
                List.of(Outcome.ERROR, Outcome.PASS),
                both.results().stream().map(Result::outcome).toList());
        assertTrue(both.results().getFirst().message().contains("disk on fire"));
    }

    @Test
    void brokenCheckCoversNothing() throws InterruptedException {
        Findings findings =
                run(
                        Duration.ofMinutes(1),
                        new Named(
                                "area.one",
                                () -> {
                                    throw new NoSuchFileException("dist");
                                }));
        assertFalse(findings.covers(new CheckId("area.one"), "dist/a.js"));
    }

    @Test
    void neverQuotesTheMessageOfAProgrammingError() throws InterruptedException {
        Result result =
                broken(() -> {
                    throw new IllegalStateException("cannot parse 'the-value-itself'");
                });
        assertFalse(result.message().contains("the-value-itself"));
        assertTrue(result.message().contains("IllegalStateException at RunnerTest.java:"));
    }

    @Test
    void outOfMemorySaysHowToGiveMore() throws InterruptedException {
        Result result =
                broken(() -> {
                    throw new OutOfMemoryError("Java heap space");
                });
        assertTrue(result.message().contains("HOLDFAST_JAVA_OPTS"));
    }

    @Test
    void endlessRecursionIsAnErrorOfTheCheckOnly() throws InterruptedException {
        Result result = broken(() -> endless(1));
        assertTrue(result.message().contains("StackOverflowError"));
    }

    @SuppressWarnings("InfiniteRecursion") // That is what is tested.
    private static Findings endless(int depth) {
        return endless(depth + 1).results().isEmpty() ? endless(depth) : endless(0);
    }

    @Test
    void stopsACheckThatTakesTooLong() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean started = new AtomicBoolean();
        Named slow =
                new Named(
                        "area.slow",
                        () -> {
                            started.set(true);
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException stop) {
                                interrupted.countDown();
                                throw stop;
                            }
                            throw new AssertionError("never counted down");
                        });
        // On a busy machine the time may be over before the check has begun.
        do {
            Result result = run(Duration.ofMillis(50), slow).results().getFirst();
            assertEquals(Outcome.ERROR, result.outcome());
            assertTrue(result.message().contains("took longer than 50 ms"), result.message());
        } while (!started.get());
        interrupted.await();
    }

    @Test
    void passesOnAnInterrupt() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () ->
                        run(
                                Duration.ofMinutes(1),
                                new Named(
                                        "area.slow",
                                        () -> {
                                            new CountDownLatch(1).await();
                                            throw new AssertionError("never counted down");
                                        })));
    }

    @Test
    void twoFilesOfOneStableNameAreTwoPlaces() throws InterruptedException {
        CheckId id = new CheckId("area.map");
        Identity same = Identity.ofPlace(id, "dist/index-*.js.map");
        Findings found =
                run(
                        Duration.ofMinutes(1),
                        new Named(
                                "area.map",
                                () ->
                                        new Findings(
                                                List.of(
                                                        fail(id, "dist/index-B2.js.map", same),
                                                        fail(id, "dist/index-A1.js.map", same),
                                                        fail(id, "dist/index-A1.js.map", same)),
                                                List.of())));
        assertEquals(
                List.of(3, 1, 2),
                found.results().stream().map(each -> each.identity().occurrence()).toList());
        assertEquals(
                List.of(3, 1, 2),
                found.results().stream()
                        .map(each -> each.spots().getFirst().identity().occurrence())
                        .toList());
    }

    private static Result fail(CheckId id, String path, Identity identity) {
        return new Result(
                id,
                Outcome.FAIL,
                Severity.MEDIUM,
                Evidence.MEASURED,
                List.of(new Spot(Location.ofFile(path), identity)),
                null,
                "shipped",
                "",
                identity,
                null,
                Map.of());
    }
}
