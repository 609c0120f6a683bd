package dev.holdfast.commands.probe;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a recording as a check; no network is asked. */
final class RecordedCheck implements Check {
    /** Reads and judges. */
    @FunctionalInterface
    interface Reading {
        /**
         * The results of every line.
         *
         * @throws dev.holdfast.core.problem.UserProblem when a line is wrong, with its place
         */
        List<Result> results() throws IOException;
    }

    private final String name;
    private final List<CheckInfo> rules;
    private final Reading reading;

    RecordedCheck(String name, List<CheckInfo> rules, Reading reading) {
        this.name = name;
        this.rules = rules;
        this.reading = reading;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<CheckInfo> explanations() {
        return rules;
    }

    @Override
    public Findings run(Context context) throws IOException {
        Set<String> ids = rules.stream().map(each -> each.id().value()).collect(Collectors.toSet());
        return new Findings(reading.results(), new Coverage(ids, Set.of(""), Set.of(), 1, 0));
    }
}
