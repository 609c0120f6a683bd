package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.Target;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * How a run says who it is: an honest User-Agent with somebody to turn to, and a mark in everything
 * that is not a mere look, so that it is found again in the service's log.
 */
public final class Introduction {
    private static final int RUN_BYTES = 4;
    private static final Set<String> RESERVED =
            Set.of("host", "user-agent", "content-length", "transfer-encoding", "connection");

    private final String userAgent;
    private final String run;
    private final AtomicInteger count = new AtomicInteger();

    /** A run of that version against a target. */
    public Introduction(String version, Target target, RandomGenerator random) {
        String owner = target.owner().map(name -> "; target owned by " + ascii(name)).orElse("");
        this.userAgent = "holdfast/" + version + " (+security probe" + owner + ")";
        byte[] bytes = new byte[RUN_BYTES];
        random.nextBytes(bytes);
        this.run = HexFormat.of().formatHex(bytes);
    }

    /** The User-Agent of every request. */
    public String userAgent() {
        return userAgent;
    }

    /**
     * The fields of a request with these.
     *
     * @throws IllegalArgumentException when a probe sets a field that is the wire's
     */
    Fields introduce(Request request) {
        request.fields()
                .lines()
                .forEach(line -> {
                    if (isReserved(line.name())) {
                        throw new IllegalArgumentException(line.name() + " is for the wire to set");
                    }
                });
        Fields fields = request.fields().with("User-Agent", userAgent);
        // A probe that looks for what it sent has a mark of its own.
        return request.intent() == Intent.PASSIVE || fields.has("X-Probe-Id")
                ? fields
                : fields.with("X-Probe-Id", "holdfast-" + run + "-" + count.incrementAndGet());
    }

    /** Whether a field is the wire's alone. */
    static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String ascii(String text) {
        return text.replaceAll("[^ A-Za-z0-9@._+-]", "?").strip();
    }
}
