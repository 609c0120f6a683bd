package dev.holdfast.commands.report;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds one result, with sensible values for all that a test does not care for. */
public final class ResultBuilder {
    private final CheckId check;
    private final Outcome outcome;
    private Severity severity = Severity.HIGH;
    private Evidence evidence = Evidence.MEASURED;
    private final List<Spot> spots = new ArrayList<>();
    private @Nullable String subject;
    private String message = "something is not as it should be";
    private String remediation = "";
    private @Nullable String waiver;
    private final Map<String, Object> properties = new TreeMap<>();

    private ResultBuilder(Outcome outcome, String check) {
        this.outcome = outcome;
        this.check = new CheckId(check);
    }

    public static ResultBuilder of(Outcome outcome, String check) {
        return new ResultBuilder(outcome, check);
    }

    public static ResultBuilder fail(String check) {
        return of(Outcome.FAIL, check);
    }

    public static ResultBuilder pass(String check) {
        return of(Outcome.PASS, check).severity(Severity.INFO);
    }

    public ResultBuilder severity(Severity value) {
        severity = value;
        return this;
    }

    public ResultBuilder evidence(Evidence value) {
        evidence = value;
        return this;
    }

    public ResultBuilder subject(String value) {
        subject = value;
        return this;
    }

    public ResultBuilder message(String value) {
        message = value;
        return this;
    }

    public ResultBuilder remediation(String value) {
        remediation = value;
        return this;
    }

    public ResultBuilder waiver(String id) {
        waiver = id;
        return this;
    }

    public ResultBuilder property(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    public ResultBuilder at(String path, int line, int column) {
        return spot(new Location(path, line, column, line, column + 20, null), null);
    }

    public ResultBuilder at(
            String path, int line, int column, Origin origin, @Nullable Excerpt excerpt) {
        return spot(new Location(path, line, column, line, column + 20, origin), excerpt);
    }

    public ResultBuilder spot(Location location, @Nullable Excerpt excerpt) {
        Identity identity = new Identity(check, location.path(), "", spots.size() + 1);
        spots.add(new Spot(location, identity, Set.of(), excerpt));
        return this;
    }

    /** That many places in as many files. */
    public ResultBuilder places(int count) {
        for (int i = 1; i <= count; i++) {
            at("dist/assets/chunk-" + i + ".js", i, 7);
        }
        return this;
    }

    public Result build() {
        Identity identity =
                spots.isEmpty()
                        ? Identity.ofPlace(check, subject == null ? "" : subject)
                        : spots.getFirst().identity();
        return new Result(
                check,
                outcome,
                severity,
                evidence,
                spots,
                subject,
                message,
                remediation,
                identity,
                waiver,
                properties);
    }
}
