package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.probes.csp.match.Scene;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.PolicyParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine against the browser of this machine: every sink of every policy must come out alike.
 * {@code -Dholdfast.csp.policies=N} makes up N policies instead of 40 and tries every policy that
 * is written by hand instead of each sixth, {@code -Dholdfast.csp.seed=S} makes up other ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChromiumDifferenceTest {
    private static final int TABS = 4;
    private static final int EVERY = 6;

    @TempDir Path folder;

    private Optional<Path> program = Optional.empty();

    @BeforeAll
    void findBrowser() {
        program = TestBrowser.find();
        if (program.isEmpty()) {
            String reason = "no Chromium on PATH: the CSP engine was not held against a browser";
            System.out.println("ChromiumDifferenceTest skipped: " + reason);
            Assumptions.abort(reason);
        }
    }

    @Test
    void agreesOnPoliciesWrittenByHand() throws Exception {
        List<Delivered> all = TruthTable.rows().stream().map(TruthTable.Row::policies).toList();
        // VerdictsTest holds the engine against what the browser said of every one of them.
        int step = Integer.getInteger("holdfast.csp.policies") == null ? EVERY : 1;
        List<Delivered> policies =
                IntStream.iterate(0, i -> i < all.size(), i -> i + step)
                        .mapToObj(all::get)
                        .toList();
        assertEquals(List.of(), differences(policies));
    }

    @Test
    void agreesOnPoliciesMadeUp() throws Exception {
        int count = Integer.getInteger("holdfast.csp.policies", 40);
        long seed = Long.getLong("holdfast.csp.seed", 1L);
        PolicyGrammar grammar =
                new PolicyGrammar(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        List<Delivered> policies = Stream.generate(grammar::delivered).limit(count).toList();
        assertEquals(List.of(), differences(policies), "seed " + seed);
    }

    private List<String> differences(List<Delivered> policies) throws Exception {
        BlockingQueue<Delivered> queue = new LinkedBlockingQueue<>(policies);
        ConcurrentLinkedQueue<String> differences = new ConcurrentLinkedQueue<>();
        AtomicInteger ids = new AtomicInteger();
        try (SinkServer server = SinkServer.start(folder);
                TestBrowser browser =
                        TestBrowser.start(
                                program.orElseThrow(), folder.resolve("profile"), server.port());
                ExecutorService tabs = Executors.newFixedThreadPool(TABS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < TABS; i++) {
                running.add(
                        tabs.submit(() -> {
                            BrowserTruth truth = new BrowserTruth(browser, server, ids);
                            for (Delivered each = queue.poll(); each != null; each = queue.poll()) {
                                difference(truth, each).ifPresent(differences::add);
                            }
                        }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            System.out.println(
                    "ChromiumDifferenceTest: "
                            + policies.size()
                            + " policies, "
                            + Sink.values().length
                            + " sinks each, "
                            + differences.size()
                            + " differences from "
                            + browser.version());
        }
        return List.copyOf(differences);
    }

    /** What is different counts only when it is so a second time: a busy machine drops loads. */
    private static Optional<String> difference(BrowserTruth truth, Delivered policies) {
        Map<Sink, Boolean> ours = engine(policies);
        Map<Sink, Boolean> real = truth.of(policies);
        if (!ours.equals(real)) {
            real = truth.of(policies);
        }
        Set<Sink> wrong = EnumSet.noneOf(Sink.class);
        for (Sink sink : Sink.values()) {
            if (!ours.getOrDefault(sink, false).equals(real.get(sink))) {
                wrong.add(sink);
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of("the browser says otherwise of " + wrong + ": " + policies);
    }

    static Map<Sink, Boolean> engine(Delivered delivered) {
        List<Policy> policies = new ArrayList<>(PolicyParser.headers(delivered.headers()));
        policies.addAll(PolicyParser.metas(delivered.metas()));
        return new Verdicts(policies, Scene.of("https://victim.test/page")).all();
    }
}
