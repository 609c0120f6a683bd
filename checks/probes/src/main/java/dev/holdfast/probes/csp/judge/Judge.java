package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.csp.match.Scene;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.PolicyParser;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges the policies of one response. What fails comes with the line by which an attacker gets a
 * script to run; what else is to be said of the policies is a pass that says "note".
 */
public final class Judge {
    private Judge() {}

    /** Every rule that can be reported. */
    public static List<CheckInfo> rules() {
        List<CheckInfo> all = new ArrayList<>(ScriptRules.all());
        all.addAll(NoteRules.all());
        return all;
    }

    /**
     * What is so: whether a policy is enforced, what an injected line may do, then the notes.
     *
     * @throws IllegalArgumentException when the page's URL is none
     */
    public static List<Finding> judge(Received received) {
        return judgement(received).findings();
    }

    /**
     * The same with what takes effect at each sink.
     *
     * @throws IllegalArgumentException when the page's URL is none
     */
    public static Judgement judgement(Received received) {
        return judgement(received, new OpenNames());
    }

    /**
     * The same for one of many.
     *
     * @param names what is known of names from those before
     * @throws IllegalArgumentException when the page's URL is none
     */
    public static Judgement judgement(Received received, OpenNames names) {
        List<Policy> enforced = new ArrayList<>(PolicyParser.headers(received.enforced()));
        enforced.addAll(PolicyParser.metas(received.metas()));
        List<Policy> reporting = PolicyParser.headers(received.reportOnly());
        List<Finding> findings = new ArrayList<>();
        Notes notes = new Notes();
        Scene scene = Scene.of(received.page());
        Verdicts verdicts = new Verdicts(enforced, scene);
        if (enforced.isEmpty()) {
            findings.add(nothing(reporting));
        } else {
            findings.add(Finding.pass(ScriptRules.MISSING, enforced(enforced.size())));
            new ScriptFindings(verdicts, scene, names).add(findings);
            SinkNotes.look(enforced, verdicts, notes);
        }
        enforced.forEach(policy -> look(policy, notes));
        reporting.forEach(policy -> look(policy, notes));
        ReportOnlyNotes.look(reporting, notes);
        notes.addTo(findings);
        return new Judgement(verdicts.all(), findings);
    }

    private static Finding nothing(List<Policy> reporting) {
        return reporting.isEmpty()
                ? Finding.fail(
                        ScriptRules.MISSING,
                        "no policy is enforced, so an injected script runs: "
                                + "<script>alert(document.domain)</script>")
                : Finding.fail(
                        ScriptRules.REPORT_ONLY,
                        "the only policy is report-only, so an injected script is reported and"
                                + " runs: <script>alert(document.domain)</script>");
    }

    private static String enforced(int policies) {
        return policies == 1
                ? "a policy is enforced"
                : policies + " policies are enforced, and what one forbids is forbidden";
    }

    private static void look(Policy policy, Notes notes) {
        DirectiveNotes.look(policy, notes);
        SourceNotes.look(policy, notes);
    }
}
