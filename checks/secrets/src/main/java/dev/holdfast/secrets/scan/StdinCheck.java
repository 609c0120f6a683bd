package dev.holdfast.secrets.scan;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.place.Says;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.verify.KeyRing;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for tokens in the standard input. */
public final class StdinCheck implements Check {
    private static final String NAME = "stdin";

    private final InputStream in;
    private final UserRules own;
    private final KeyRing ring;

    /** A check of one stream, which is read to its end. */
    public StdinCheck(InputStream in, UserRules own, KeyRing ring) {
        this.own = own;
        this.in = in;
        this.ring = ring;
    }

    @Override
    public String name() {
        return ScanChecks.STDIN.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return List.of(ScanChecks.STDIN);
    }

    @Override
    public Findings run(Context context) throws IOException {
        TokenSearch search = TokenSearch.of(context.fingerprintKey(), false, own, ring);
        FileContent content = new FileContent(search);
        FileContent.Looked looked = content.look(in, 0);
        Says says = new Says(ScanChecks.STDIN);
        List<Result> results = new ArrayList<>();
        looked.problems().forEach(why -> results.add(says.unknown(NAME, why, "")));
        String amount = Amount.of(looked.bytes(), "byte") + " of the standard input";
        results.add(
                looked.bytes() == 0
                        ? says.whole(
                                Outcome.UNKNOWN,
                                NAME,
                                "the standard input was empty, so nothing was looked at",
                                "did the command before the pipe end as it should?",
                                Map.of())
                        : says.whole(
                                looked.problems().isEmpty() ? Outcome.PASS : Outcome.UNKNOWN,
                                NAME,
                                "looked at " + amount + " for " + search.kinds(),
                                "",
                                Map.of("bytes", looked.bytes())));
        results.addAll(
                new TokenResults("on the standard input", context.clock().instant())
                        .of(looked.at(NAME)));
        return new Findings(
                results.stream().map(search.scrub()::result).toList(),
                new Coverage(search.ids(), Set.of(), Set.of(), 1, looked.bytes()));
    }
}
