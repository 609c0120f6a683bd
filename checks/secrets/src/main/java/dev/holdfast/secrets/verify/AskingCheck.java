package dev.holdfast.secrets.verify;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A scan, and then the question whether what it found lives. */
final class AskingCheck implements Check {
    private final Check scan;
    private final KeyRing ring;
    private final Verifier verifier;

    AskingCheck(Check scan, KeyRing ring, Verifier verifier) {
        this.scan = scan;
        this.ring = ring;
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return scan.name();
    }

    @Override
    public List<CheckInfo> explanations() {
        return scan.explanations();
    }

    @Override
    public Findings run(Context context) throws IOException, InterruptedException {
        Findings found = scan.run(context);
        List<Result> keys =
                found.results().stream()
                        .filter(AskingCheck::isKey)
                        // The budget goes to the worst first.
                        .sorted(Comparator.comparing(Result::severity))
                        .toList();
        Map<Result, Result> told = new HashMap<>();
        for (Result each : keys) {
            context.progress().at("keys asked about", told.size(), keys.size());
            told.put(each, ask(each, context));
        }
        List<Result> results = new ArrayList<>();
        found.results().forEach(each -> results.add(told.getOrDefault(each, each)));
        return found.with(results);
    }

    private Result ask(Result result, Context context) {
        String rule = result.check().value();
        String hash = String.valueOf(result.properties().get("valueHash"));
        List<Credential> ways = ring.ways(rule, hash);
        Liveness liveness =
                ways.isEmpty()
                        ? Liveness.notAsked(ring.whyNot(), context.clock().instant())
                        : verifier.askAny(ways);
        return Told.of(result, liveness, ring.severity(rule, hash));
    }

    /** What is public by design is no secret, and nobody is asked about it. */
    private static boolean isKey(Result result) {
        return result.outcome() == Outcome.FAIL && result.properties().containsKey("valueHash");
    }
}
