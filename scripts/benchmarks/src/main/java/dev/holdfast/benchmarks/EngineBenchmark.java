package dev.holdfast.benchmarks;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.vector.FilterPolicy;
import dev.holdfast.secrets.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One thread over real minified scripts in memory. {@code megabytes} is the figure to read: how
 * many of them went through in a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class EngineBenchmark {
    /**
     * {@code forms}: tokens known by their form; {@code all}: names beside values and guesses too.
     */
    @Param({"forms", "all"})
    public String rules = "";

    /** How candidates are found. */
    @Param({"scalar", "vector"})
    public String path = "";

    /** The folder. */
    @Param("")
    public String corpus = "";

    /** How much of it, in units of 10^6 bytes. */
    @Param("100")
    public long most;

    private Engine engine = Engine.of(List.of(), List.of());
    private List<byte[]> contents = List.of();
    private double size;

    /** What went through. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Passed {
        /** Units of 10^6 bytes. */
        public double megabytes;
    }

    /** Reads the corpus. */
    @Setup
    public void read() throws IOException {
        contents = Corpus.read(Path.of(corpus), most * 1_000_000);
        size = contents.stream().mapToLong(each -> each.length).sum() / 1e6;
        FilterPolicy policy =
                path.equals("scalar") ? FilterPolicy.scalar() : FilterPolicy.ofThisJvm(0);
        if (path.equals("vector") && !policy.choosesVectors(1)) {
            throw new IOException("this machine has no vectors that are wide enough");
        }
        RuleSet set = rules.equals("all") ? RuleSet.all() : RuleSet.firstClass();
        engine = Engine.of(set.recognizers(), List.of(), policy.filters(1));
    }

    /** Scans everything once. */
    @Benchmark
    public int scan(Passed passed) {
        int found = 0;
        for (byte[] each : contents) {
            found += engine.scan(each, each.length).size();
        }
        passed.megabytes += size;
        return found;
    }
}
