package dev.holdfast.probes.tokens;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.target.TokenRules;
import dev.holdfast.probes.verdict.Finding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Refreshes twice, sends the first refresh token again, and then the newest. The first is two
 * generations old by then: a service that bears with a lost answer by taking the last one twice is
 * not blamed. In between goes a token that was never issued: how it is refused tells a refusal from
 * a limit.
 */
final class RotationTrial {
    private final Sessions sessions;
    private final TokenRules rules;
    private final String variable;
    private final Refusals refusals;
    private final Clock clock;

    RotationTrial(
            Sessions sessions, TokenRules rules, String variable, Refusals refusals, Clock clock) {
        this.refusals = refusals;
        this.sessions = sessions;
        this.rules = rules;
        this.variable = variable;
        this.clock = clock;
    }

    List<Finding> run(String first) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Sessions.Refreshed one = sessions.refresh(first);
        if (one.pair().isEmpty()) {
            findings.add(refused(one.answer()));
            return findings;
        }
        Pair pair = one.pair().get();
        findings.add(
                Finding.pass(
                        TokensRuleSet.REFRESH,
                        "a refresh was " + one.answer().words() + " with new tokens"));
        findings.add(
                Life.judge(
                        TokensRuleSet.ACCESS_LIFE,
                        "access token",
                        pair.access(),
                        pair.accessSeconds(),
                        rules.accessLife(),
                        clock.instant()));
        findings.add(
                Life.judge(
                        TokensRuleSet.REFRESH_LIFE,
                        "refresh token",
                        pair.refresh().orElse(first),
                        pair.refreshSeconds(),
                        rules.refreshLife(),
                        clock.instant()));
        if (pair.refresh().isEmpty() || pair.refresh().get().equals(first)) {
            findings.add(
                    Finding.fail(
                            TokensRuleSet.ROTATED,
                            pair.refresh().isEmpty()
                                    ? "the answer holds no new " + rules.refreshField()
                                    : "the answer holds the same " + rules.refreshField()));
            findings.add(unrotated(TokensRuleSet.REUSED));
            findings.add(unrotated(TokensRuleSet.FAMILY));
            return findings;
        }
        findings.add(Finding.pass(TokensRuleSet.ROTATED, "the answer holds another refresh token"));
        findings.addAll(reused(first, pair.refresh().get()));
        return findings;
    }

    private List<Finding> reused(String first, String second) throws InterruptedException {
        Sessions.Refreshed never = sessions.refresh(Altered.of(first));
        if (never.pair().isPresent()) {
            return List.of(
                    Finding.fail(
                            TokensRuleSet.REUSED,
                            "a refresh token that was never issued was "
                                    + never.answer().words()
                                    + " with new tokens"),
                    Finding.notApplicable(
                            TokensRuleSet.FAMILY, "any refresh token is answered with new tokens"));
        }
        Sessions.Refreshed two = sessions.refresh(second);
        if (two.pair().isEmpty() || two.pair().get().refresh().isEmpty()) {
            String why = "the second refresh token was " + two.answer().words();
            return List.of(
                    Finding.unknown(TokensRuleSet.REUSED, why),
                    Finding.unknown(TokensRuleSet.FAMILY, why));
        }
        if (never.answer() instanceof Answer.Refused refused) {
            refusals.ofUnknown(refused);
        }
        String newest = two.pair().get().refresh().get();
        Sessions.Refreshed again = sessions.refresh(first);
        Finding reuse = refusals.must(TokensRuleSet.REUSED, "a used refresh token", again);
        if (!(again.answer() instanceof Answer.Refused)) {
            return List.of(
                    reuse,
                    Finding.notApplicable(
                            TokensRuleSet.FAMILY, "the used refresh token was not refused"));
        }
        if (reuse.outcome() != Outcome.PASS) {
            return List.of(reuse, Finding.unknown(TokensRuleSet.FAMILY, reuse.message()));
        }
        Finding family =
                refusals.must(
                        TokensRuleSet.FAMILY,
                        "the newest refresh token, after a used one was sent again,",
                        sessions.refresh(newest));
        return List.of(reuse, family);
    }

    private Finding refused(Answer answer) {
        String what = "the refresh token in " + variable;
        return switch (answer) {
            case Answer.Accepted accepted ->
                    Finding.unknown(
                            TokensRuleSet.REFRESH,
                            what
                                    + " was "
                                    + accepted.words()
                                    + ", but the answer is no JSON object with "
                                    + rules.accessField());
            case Answer.Refused refused ->
                    Finding.unknown(
                            TokensRuleSet.REFRESH,
                            what
                                    + " was "
                                    + refused.words()
                                    + ": each run uses one up, so put a fresh one there");
            case Answer.Unclear unclear -> unclear.inconclusive(TokensRuleSet.REFRESH, what);
            case Answer.Missing missing -> missing.inconclusive(TokensRuleSet.REFRESH, what);
        };
    }

    private static Finding unrotated(CheckInfo rule) {
        return Finding.notApplicable(rule, "refresh tokens are not rotated");
    }
}
