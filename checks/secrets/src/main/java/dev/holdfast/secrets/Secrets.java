package dev.holdfast.secrets;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.secrets.bundle.BundleCheck;
import dev.holdfast.secrets.bundle.BundleChecks;
import dev.holdfast.secrets.bundle.BundleRequest;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** The front door of the search for secrets. */
public final class Secrets {

    private Secrets() {}

    /** What every id that this capability reports means. */
    public static List<CheckInfo> explanations() {
        List<CheckInfo> all = new ArrayList<>(BundleChecks.all());
        RuleSet.firstClass().rules().stream().map(TokenRule::info).forEach(all::add);
        return all;
    }

    /** A scan of built output. */
    public static Check bundle(BundleRequest request) {
        return new BundleCheck(request);
    }
}
