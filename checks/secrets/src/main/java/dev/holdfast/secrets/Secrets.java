package dev.holdfast.secrets;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.history.History;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.StagedFiles;
import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.secrets.bundle.BundleCheck;
import dev.holdfast.secrets.bundle.BundleChecks;
import dev.holdfast.secrets.bundle.BundleRequest;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.known.CleanContents;
import dev.holdfast.secrets.rule.RuleSet;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.scan.HistoryCheck;
import dev.holdfast.secrets.scan.ScanChecks;
import dev.holdfast.secrets.scan.StagedCheck;
import dev.holdfast.secrets.scan.StdinCheck;
import dev.holdfast.secrets.scan.TreeCheck;
import dev.holdfast.secrets.scan.TreeRequest;
import dev.holdfast.secrets.verify.Asking;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The front door of the search for secrets. */
public final class Secrets {

    private Secrets() {}

    /** What every id that this capability reports means, whatever a policy adds. */
    public static List<CheckInfo> explanations() {
        return explanations(UserRules.NONE);
    }

    /** The same with the rules of a policy. */
    public static List<CheckInfo> explanations(UserRules own) {
        List<CheckInfo> all = new ArrayList<>(explanationsOfRuns());
        rules(own).stream().map(TokenRule::info).forEach(all::add);
        return all;
    }

    /** The same without the rules: what is said of what was looked at. */
    public static List<CheckInfo> explanationsOfRuns() {
        List<CheckInfo> all = new ArrayList<>(BundleChecks.all());
        all.addAll(ScanChecks.all());
        return all;
    }

    /** What is told of every kind of token, by id. */
    public static List<TokenRule> rules(UserRules own) {
        List<TokenRule> all = new ArrayList<>(RuleSet.told());
        all.addAll(own.told());
        all.sort(Comparator.comparing(each -> each.info().id()));
        return all;
    }

    /**
     * By what a rule finds a token: its form, or the names beside a value.
     *
     * @return empty when there is no such rule
     */
    public static Optional<String> recognised(UserRules own, CheckId id) {
        return RuleSet.all().with(own).recognised(id);
    }

    /** A scan of built output. */
    public static Check bundle(BundleRequest request, UserRules own, Asking asking) {
        return asking.of(ring -> new BundleCheck(request, own, ring));
    }

    /** A scan of the files of a tree. */
    public static Check tree(TreeRequest request, UserRules own, Asking asking) {
        return asking.of(ring -> new TreeCheck(request, own, ring));
    }

    /** A scan of the standard input. */
    public static Check stdin(InputStream in, UserRules own, Asking asking) {
        return asking.of(ring -> new StdinCheck(in, own, ring));
    }

    /** A scan of what is staged. */
    public static Check staged(
            StagedFiles staged, List<String> excludes, UserRules own, Asking asking) {
        return asking.of(ring -> new StagedCheck(staged, globs(excludes), own, ring));
    }

    /**
     * A scan of a history.
     *
     * @param clean what earlier runs have looked at
     */
    public static Check history(
            History history,
            HistoryScope scope,
            List<String> excludes,
            UserRules own,
            CleanContents clean,
            Asking asking) {
        return asking.of(
                ring -> new HistoryCheck(history, scope, globs(excludes), own, clean, ring));
    }

    private static List<PathGlob> globs(List<String> texts) {
        return texts.stream().flatMap(text -> PathGlob.of(text).stream()).toList();
    }
}
