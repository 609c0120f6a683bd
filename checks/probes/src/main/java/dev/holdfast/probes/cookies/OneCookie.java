package dev.holdfast.probes.cookies;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.target.CookieExpectation;
import dev.holdfast.probes.verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one cookie. */
final class OneCookie {
    private static final Duration LONG = Duration.ofDays(30);
    private static final int SHOWN = 40;

    private final CookieDomain domains = new CookieDomain();

    List<Finding> judge(
            Exchange exchange, SetCookie cookie, @Nullable CookieExpectation expectation) {
        if (cookie.refused().isPresent()) {
            return List.of(
                    Finding.fail(
                            CookieRules.SYNTAX, "browsers drop it: " + cookie.refused().get()));
        }
        if (CookiesJudge.removes(cookie, exchange.at())) {
            return List.of(Finding.notApplicable(CookieRules.SECURE, "it is removed"));
        }
        Host host = Host.of(exchange.url());
        Purpose purpose = Purpose.of(cookie.name());
        Optional<CookieExpectation> expected = Optional.ofNullable(expectation);
        List<Finding> findings = new ArrayList<>();
        findings.add(secure(host, cookie, purpose, expected));
        findings.add(httpOnly(cookie, purpose, expected));
        findings.add(sameSite(cookie, purpose, expected));
        findings.add(CookiePrefix.judge(cookie, host, purpose));
        findings.add(domains.judge(cookie, host, purpose));
        findings.add(lifetime(cookie, purpose, expected, exchange.at()));
        findings.add(
                cookie.odd().isEmpty()
                        ? Finding.pass(CookieRules.SYNTAX, "every attribute is understood")
                        : Finding.fail(
                                CookieRules.SYNTAX,
                                "browsers pass over the attribute "
                                        + shown(cookie.odd().getFirst())));
        return findings;
    }

    private static Finding secure(
            Host host, SetCookie cookie, Purpose purpose, Optional<CookieExpectation> expected) {
        CheckInfo rule = CookieRules.SECURE;
        if (cookie.secure()) {
            return host.trustworthy()
                    ? Finding.pass(rule, "Secure")
                    : Finding.fail(rule, "set with Secure over http, so browsers refuse it");
        }
        if (expected.flatMap(CookieExpectation::secure).filter(wanted -> !wanted).isPresent()) {
            return Finding.notApplicable(rule, "not Secure, as the policy allows");
        }
        return Finding.fail(rule, "Secure is missing")
                .as(
                        switch (purpose) {
                            case SESSION -> Severity.HIGH;
                            case FORGERY -> Severity.MEDIUM;
                            case OTHER -> Severity.LOW;
                        });
    }

    private static Finding httpOnly(
            SetCookie cookie, Purpose purpose, Optional<CookieExpectation> expected) {
        CheckInfo rule = CookieRules.HTTP_ONLY;
        if (cookie.httpOnly()) {
            return Finding.pass(rule, "HttpOnly");
        }
        Optional<Boolean> wanted = expected.flatMap(CookieExpectation::httpOnly);
        if (wanted.isPresent()) {
            return wanted.get()
                    ? Finding.fail(rule, "HttpOnly is missing, and the policy expects it")
                    : Finding.notApplicable(rule, "not HttpOnly, as the policy allows");
        }
        return switch (purpose) {
            case SESSION -> Finding.fail(rule, "HttpOnly is missing on what looks like a session");
            case FORGERY -> Finding.notApplicable(rule, "scripts read a forgery token on purpose");
            case OTHER -> Finding.notApplicable(rule, "its name is not that of a session");
        };
    }

    private static Finding sameSite(
            SetCookie cookie, Purpose purpose, Optional<CookieExpectation> expected) {
        CheckInfo rule = CookieRules.SAME_SITE;
        String value = cookie.sameSite().orElse("");
        if (value.equals("None") && !cookie.secure()) {
            return Finding.fail(rule, "SameSite=None without Secure, so browsers refuse it");
        }
        Optional<String> wanted = expected.flatMap(CookieExpectation::sameSite);
        if (wanted.isPresent()) {
            return strength(value) >= strength(wanted.get())
                    ? Finding.pass(rule, "SameSite=" + value + " as the policy expects")
                    : Finding.fail(
                            rule,
                            (value.isEmpty() ? "SameSite is missing" : "SameSite=" + value)
                                    + ", and the policy expects "
                                    + shown(wanted.get()));
        }
        return switch (value) {
            case "Strict", "Lax" -> Finding.pass(rule, "SameSite=" + value);
            case "None" ->
                    purpose == Purpose.OTHER
                            ? Finding.pass(rule, "SameSite=None on what is no session")
                            : Finding.fail(rule, "SameSite=None: other sites' requests carry it");
            default ->
                    Finding.fail(rule, "SameSite is missing or unknown, so each browser decides")
                            .as(purpose == Purpose.SESSION ? Severity.MEDIUM : Severity.LOW);
        };
    }

    private static int strength(String sameSite) {
        return switch (sameSite.toLowerCase(Locale.ROOT)) {
            case "strict" -> 3;
            case "lax" -> 2;
            case "none" -> 1;
            default -> 0;
        };
    }

    private static Finding lifetime(
            SetCookie cookie, Purpose purpose, Optional<CookieExpectation> expected, Instant now) {
        CheckInfo rule = CookieRules.LIFETIME;
        Optional<Duration> life = life(cookie, now);
        Optional<Integer> most = expected.flatMap(CookieExpectation::maxAge);
        if (most.isPresent()) {
            return life.isPresent() && life.get().compareTo(Duration.ofSeconds(most.get())) > 0
                    ? Finding.fail(
                            rule,
                            "lives "
                                    + life.get().toSeconds()
                                    + " seconds, and the policy says at most "
                                    + most.get())
                    : Finding.pass(rule, "lives no longer than the policy says");
        }
        if (purpose != Purpose.SESSION) {
            return Finding.notApplicable(rule, "its name is not that of a session");
        }
        boolean remembers = cookie.name().toLowerCase(Locale.ROOT).contains("remember");
        if (life.isEmpty()) {
            return Finding.pass(rule, "ends with the browser");
        }
        return life.get().compareTo(LONG) > 0 && !remembers
                ? Finding.fail(rule, "lives " + life.get().toDays() + " days")
                : Finding.pass(rule, "lives " + life.get().toSeconds() + " seconds");
    }

    private static Optional<Duration> life(SetCookie cookie, Instant now) {
        // Max-Age goes before Expires (section 5.7, step 6); nothing lives more than 400 days.
        Duration most = Duration.ofDays(400);
        return cookie.maxAge()
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, most.toSeconds())))
                .or(() ->
                        cookie.expires()
                                .flatMap(CookieDate::of)
                                .map(end -> Duration.between(now, end))
                                .map(time -> time.compareTo(most) > 0 ? most : time));
    }

    private static String shown(String text) {
        return OneLine.of(text, SHOWN);
    }
}
