package dev.holdfast.probes.cookies;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.target.CookieExpectation;
import dev.holdfast.probes.verdict.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges the cookies that an answer sets. Pure; keeps no value of a cookie. */
public final class CookiesJudge {
    private static final int LONGEST = 80;

    private final OneCookie one = new OneCookie();

    /** What every id means that it can report. */
    public List<CheckInfo> rules() {
        return CookieRules.ALL;
    }

    /**
     * Judges every Set-Cookie line; each finding has the cookie's name as its key.
     *
     * @param expected what the policy says of cookies, by name
     */
    public List<Finding> judge(Exchange exchange, Map<String, CookieExpectation> expected) {
        List<String> lines = exchange.response().fields().all("Set-Cookie");
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (String line : lines) {
            SetCookie cookie = SetCookie.of(line);
            List<Finding> said = one.judge(exchange, cookie, expected.get(cookie.name()));
            boolean counts = cookie.refused().isEmpty() && !removes(cookie, exchange.at());
            if (counts) {
                times.merge(cookie.name(), 1, Integer::sum);
            }
            said.forEach(finding -> findings.add(named(finding, cookie.name())));
        }
        new TreeMap<>(times)
                .forEach((name, count) -> {
                    if (count > 1) {
                        findings.add(
                                named(
                                        Finding.fail(
                                                CookieRules.DUPLICATE, "set " + count + " times"),
                                        name));
                    }
                });
        new TreeMap<>(expected)
                .forEach((name, expectation) -> {
                    if (!times.containsKey(name)) {
                        findings.add(
                                named(
                                        Finding.unknown(
                                                CookieRules.EXPECTED,
                                                "the policy expects it and the answer does not set it, so"
                                                        + " nobody saw its attributes"),
                                        name));
                    }
                });
        if (findings.isEmpty()) {
            findings.add(Finding.notApplicable(CookieRules.SECURE, "the answer sets no cookie"));
        }
        return findings;
    }

    /** Whether the line removes a cookie and sets none. */
    static boolean removes(SetCookie cookie, Instant now) {
        return cookie.maxAge()
                .map(seconds -> seconds <= 0)
                .orElseGet(() ->
                        cookie.expires()
                                .flatMap(CookieDate::of)
                                .map(end -> !end.isAfter(now))
                                .orElse(false));
    }

    private static Finding named(Finding finding, String name) {
        String shown = OneLine.of(name, LONGEST);
        return new Finding(
                        finding.rule(),
                        finding.outcome(),
                        finding.severity(),
                        name,
                        "cookie " + shown + ": " + finding.message(),
                        finding.properties())
                .with("cookie", shown);
    }
}
