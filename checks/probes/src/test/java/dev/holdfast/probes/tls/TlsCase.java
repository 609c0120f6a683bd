package dev.holdfast.probes.tls;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.fixture.TestTarget;
import dev.holdfast.probes.wire.open.OpenSession;
import dev.holdfast.probes.wire.open.Wires;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Runs the probe against a target of a test. */
final class TlsCase {
    private TlsCase() {}

    static List<Finding> run(TestTarget target) throws InterruptedException {
        return run(target, Optional.empty(), Optional.empty());
    }

    static List<Finding> run(
            TestTarget target, Optional<PreloadList> preload, Optional<CaaRecords> caa)
            throws InterruptedException {
        try (OpenSession open =
                Wires.open(
                        target.target(),
                        false,
                        Map.of(),
                        Clock.systemUTC(),
                        new Random(3),
                        exchange -> {},
                        "1.2.3")) {
            Seen seen = new TlsProbe(preload, caa).run(open.session());
            return seen.observations().stream().map(Observation::finding).toList();
        }
    }

    /** The ids of findings with that outcome, with what tells two of a rule apart. */
    static Set<String> with(Outcome outcome, List<Finding> findings) {
        Set<String> ids = new TreeSet<>();
        findings.stream()
                .filter(each -> each.outcome() == outcome)
                .map(each -> each.rule().id() + (each.key().isEmpty() ? "" : " " + each.key()))
                .forEach(ids::add);
        return ids;
    }

    static String all(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(each ->
                text.append('\n')
                        .append(each.rule().id())
                        .append(' ')
                        .append(each.outcome())
                        .append(' ')
                        .append(each.message()));
        return text.toString();
    }
}
