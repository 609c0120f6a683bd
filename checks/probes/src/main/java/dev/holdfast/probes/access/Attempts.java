package dev.holdfast.probes.access;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Admission;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sums up what a caller tried under one rule.
 *
 * @param doubt why refusals say nothing, for a report
 */
record Attempts(CheckInfo rule, Caller caller, List<Attempt> all, Optional<String> doubt) {
    private static final int SHOWN = 5;

    Attempts {
        all = List.copyOf(all);
    }

    Attempts(CheckInfo rule, Caller caller, List<Attempt> all) {
        this(rule, caller, all, Optional.empty());
    }

    /** The same when refusals say nothing, for that reason. */
    Attempts doubted(String why) {
        return new Attempts(rule, caller, all, Optional.of(why));
    }

    /** Whether anything of it reached the service. */
    boolean sent() {
        return all.stream().anyMatch(each -> each.admission().kind() != Admission.Kind.NOT_SENT);
    }

    /**
     * One finding of what was answered, and one of what was not sent. One way in is a failure; one
     * unclear answer keeps the rest from being a pass.
     */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<Attempt> sent =
                all.stream()
                        .filter(each -> each.admission().kind() != Admission.Kind.NOT_SENT)
                        .toList();
        for (Admission.Kind kind :
                List.of(
                        Admission.Kind.LET_IN,
                        Admission.Kind.BROKEN,
                        Admission.Kind.UNCLEAR,
                        Admission.Kind.REFUSED)) {
            List<Attempt> some =
                    sent.stream().filter(each -> each.admission().kind() == kind).toList();
            if (!some.isEmpty()) {
                findings.add(finding(some, sent.size()));
                break;
            }
        }
        List<Attempt> kept = all.stream().filter(each -> !sent.contains(each)).toList();
        if (!kept.isEmpty()) {
            String words =
                    kept.size() + " of " + all.size() + " not sent: " + kept.getFirst().words();
            findings.add(
                    caller.finding(rule, Outcome.NOT_APPLICABLE, caller.words() + ": " + words)
                            .keyed(caller.name() + " not sent"));
        }
        return findings;
    }

    /** Whether that one was let in. */
    boolean letIn(String how) {
        return all.stream().anyMatch(each -> each.how().equals(how) && each.admission().letIn());
    }

    private Finding finding(List<Attempt> some, int sent) {
        Attempt first =
                some.stream().filter(each -> !each.plainly()).findFirst().orElse(some.getFirst());
        List<String> ways = some.stream().map(Attempt::how).toList();
        return switch (first.admission().kind()) {
            case REFUSED ->
                    caller.finding(
                            rule,
                            doubt.isPresent() ? Outcome.UNKNOWN : Outcome.PASS,
                            caller.words()
                                    + " was refused in all of "
                                    + sent
                                    + " ways"
                                    + doubt.map(why -> ", but " + why).orElse(""));
            // What is unclear of the plain request is said there, once.
            case UNCLEAR ->
                    caller.finding(
                                    rule,
                                    first.plainly() ? Outcome.NOT_APPLICABLE : Outcome.UNKNOWN,
                                    caller.words()
                                            + ": "
                                            + first.words()
                                            + (first.plainly() ? ", as without any trick" : "")
                                            + more(first, ways))
                            .with("ways", ways);
            default ->
                    caller.finding(
                                    rule,
                                    first.admission().outcome(),
                                    caller.words() + ": " + first.words() + more(first, ways))
                            .with("ways", ways);
        };
    }

    private static String more(Attempt first, List<String> ways) {
        List<String> others = ways.stream().filter(way -> !way.equals(first.how())).toList();
        if (others.isEmpty()) {
            return "";
        }
        String rest = others.size() > SHOWN ? " and " + (others.size() - SHOWN) + " more" : "";
        return "; also "
                + String.join(", ", others.subList(0, Math.min(SHOWN, others.size())))
                + rest;
    }
}
