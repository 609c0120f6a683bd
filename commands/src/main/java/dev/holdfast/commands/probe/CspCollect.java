package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.report.CspCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code holdfast probe csp-collect}. */
public final class CspCollect implements Leaf {
    private static final long MEBIBYTE = 1L << 20;
    private static final int LAST_PORT = 65_535;

    private int port = 8_600;
    private Path file = Path.of("csp-reports.jsonl");
    private int mebibytes = 64;
    private int seconds;

    @Override
    public Syntax syntax() {
        return Syntax.of("Takes the violation reports of browsers, on loopback.")
                .footer(
                        """
                        Example:
                          holdfast probe csp-collect --port 8600 --out csp-reports.jsonl
                        It runs until it is interrupted; a proxy with TLS may stand before it.
                        Exit codes: 0 its time is over, 2 usage or policy invalid, 70 a bug in
                        Holdfast, 130 interrupted.
                        """)
                .option(
                        "--port=N",
                        "where it listens, on 127.0.0.1; 0 is any (default: 8600)",
                        Integer.class,
                        given -> port = given)
                .option(
                        "--out=FILE",
                        "the reports, JSON lines (default: csp-reports.jsonl)",
                        Path.class,
                        given -> file = given)
                .option(
                        "--max-mib=N",
                        "how large the file may become (default: 64)",
                        Integer.class,
                        given -> mebibytes = given)
                .option(
                        "--seconds=N",
                        "stop after that time (default: when interrupted)",
                        Integer.class,
                        given -> seconds = given)
                .help("show this page", () -> {});
    }

    @Override
    public int run(Surroundings surroundings) throws IOException, InterruptedException {
        if (port < 0 || port > LAST_PORT || mebibytes < 1 || seconds < 0) {
            throw new UserProblem(
                    "--port is 0 to " + LAST_PORT + ", --max-mib and --seconds are 1 or more",
                    "holdfast probe csp-collect --help");
        }
        Path out = surroundings.directory().resolve(file);
        try (CspCollector collector = open(out, surroundings)) {
            surroundings
                    .terminal()
                    .err()
                    .println(
                            "http://127.0.0.1:"
                                    + collector.port()
                                    + "/ takes reports into "
                                    + collector.shownFile());
            try {
                if (seconds > 0) {
                    TimeUnit.SECONDS.sleep(seconds);
                } else {
                    new CountDownLatch(1).await();
                }
            } finally {
                surroundings
                        .terminal()
                        .err()
                        .println(
                                collector.written()
                                        + " violations written, "
                                        + collector.refused()
                                        + " requests refused");
            }
        }
        return ExitCode.CLEAR;
    }

    private CspCollector open(Path out, Surroundings surroundings) {
        try {
            return CspCollector.serve(port, out, mebibytes * MEBIBYTE, surroundings.clock());
        } catch (IOException failed) {
            throw new UserProblem(
                    "the collector cannot begin: port "
                            + port
                            + " is taken, or the file cannot be"
                            + " written",
                    "name another with --port or --out");
        }
    }
}
