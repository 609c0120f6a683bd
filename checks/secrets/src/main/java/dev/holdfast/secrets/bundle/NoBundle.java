package dev.holdfast.secrets.bundle;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import java.util.List;
import java.util.Map;

/** Says that a project has no built output to look at. */
public final class NoBundle implements Check {
    private final boolean expected;

    /**
     * A check of a project without output.
     *
     * @param expected whether the project builds something that is served
     */
    public NoBundle(boolean expected) {
        this.expected = expected;
    }

    @Override
    public String name() {
        return BundleChecks.LOOKED.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return List.of(BundleChecks.LOOKED);
    }

    @Override
    public Findings run(Context context) {
        String shown = context.project().show(context.project().directory());
        return new Findings(
                List.of(
                        expected
                                ? Said.folder(
                                        Outcome.UNKNOWN,
                                        shown,
                                        "the project builds a front end, and no built output is here",
                                        "build it, then run this again",
                                        Map.of())
                                : Said.folder(
                                        Outcome.NOT_APPLICABLE,
                                        shown,
                                        "no built output was found, so there was nothing to look at",
                                        "",
                                        Map.of())),
                Coverage.NOTHING);
    }
}
