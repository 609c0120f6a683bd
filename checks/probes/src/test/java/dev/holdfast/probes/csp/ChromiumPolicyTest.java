package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import dev.holdfast.probes.csp.match.*;
import dev.holdfast.probes.csp.policy.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChromiumPolicyTest {
    @TempDir Path folder;

    @Test
    void explores() throws Exception {
        if (System.getProperty("holdfast.csp.explore") == null) return;
        String file = System.getProperty("holdfast.csp.explore");
        List<Delivered> cases = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.isBlank()) continue;
            line = line.replace("\\v", "\u000b").replace("\\f", "\f").replace("\\t", "\t").replace("\\x01","\u0001").replace("\\xA0","\u00a0");
            cases.add(line.startsWith("META ") ? Delivered.meta(line.substring(5)) : Delivered.header(line.split(" \\|\\|\\| ")));
        }
        try (SinkServer server = SinkServer.start(folder);
                TestBrowser browser = TestBrowser.start(TestBrowser.find().get(), folder.resolve("p"), server.port())) {
            System.out.println(browser.version());
            AtomicInteger ids = new AtomicInteger();
            BrowserTruth truth = new BrowserTruth(browser, server, ids);
            long t = System.nanoTime();
            int bad = 0;
            for (Delivered each : cases) {
                var real = truth.of(each);
                List<Policy> ps = new ArrayList<>(PolicyParser.headers(each.headers()));
                ps.addAll(PolicyParser.metas(each.metas()));
                var ours = new Verdicts(ps, Scene.of("https://victim.test/page")).all();
                StringBuilder d = new StringBuilder();
                StringBuilder on = new StringBuilder();
                for (Sink s : Sink.values()) { if (real.get(s)) on.append(s.word()).append(' '); if (!real.get(s).equals(ours.get(s))) d.append(s.word()).append("(real ").append(real.get(s)).append(") "); }
                if (d.length() > 0) bad++;
                System.out.println((d.length()>0 ? "DIFF " + d + "\n   " : "ok   ") + (each.metas().isEmpty() ? each.headers() : "META" + each.metas()) + "\n     -> " + on);
            }
            System.out.println(bad + " differ of " + cases.size() + " in " + (System.nanoTime() - t) / 1000000 + " ms");
        }
    }

    @Test
    void generated() throws Exception {
        int count = Integer.getInteger("holdfast.csp.policies", 150);
        long seed = Long.getLong("holdfast.csp.seed", 1L);
        PolicyGrammar g = new PolicyGrammar(java.util.random.RandomGenerator.of("L64X128MixRandom") == null ? null : java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        BlockingQueue<Delivered> queue = new LinkedBlockingQueue<>();
        for (int i = 0; i < count; i++) queue.add(g.delivered());
        AtomicInteger bad = new AtomicInteger();
        try (SinkServer server = SinkServer.start(folder);
                TestBrowser browser = TestBrowser.start(TestBrowser.find().get(), folder.resolve("p"), server.port());
                ExecutorService pool = Executors.newFixedThreadPool(4)) {
            AtomicInteger ids = new AtomicInteger();
            long t = System.nanoTime();
            List<Future<?>> fs = new ArrayList<>();
            for (int w = 0; w < 4; w++) fs.add(pool.submit(() -> {
                BrowserTruth truth = new BrowserTruth(browser, server, ids);
                for (Delivered each = queue.poll(); each != null; each = queue.poll()) {
                  try {
                    var real = truth.of(each);
                    List<Policy> ps = new ArrayList<>(PolicyParser.headers(each.headers()));
                    ps.addAll(PolicyParser.metas(each.metas()));
                    var ours = new Verdicts(ps, Scene.of("https://victim.test/page")).all();
                    StringBuilder d = new StringBuilder();
                    for (Sink s : Sink.values()) if (!real.get(s).equals(ours.get(s))) d.append(s.word()).append("(real ").append(real.get(s)).append(") ");
                    if (d.length() > 0) { bad.incrementAndGet(); System.out.println("DIFF " + d + "\n   " + each.headers() + " META " + each.metas()); }
                  } catch (RuntimeException e) { System.out.println("EXC " + e + " " + each); }
                }
            }));
            for (Future<?> f : fs) f.get();
            System.out.println(bad + " differ of " + count + " in " + (System.nanoTime() - t) / 1000000 + " ms");
        }
    }
}
