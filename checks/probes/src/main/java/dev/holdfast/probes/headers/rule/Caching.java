package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.CacheControl;
import dev.holdfast.probes.headers.field.Lifetime;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cache-Control: what must not be kept, and what must not be given to others (RFC 9111). */
public final class Caching implements HeaderRule {
    private static final String FIELD = "Cache-Control";

    private static final CheckInfo CACHE =
            Rules.rule(
                    "headers.cache-control",
                    "What is for one user may be kept",
                    Severity.MEDIUM,
                    "An answer for one user, with a new cookie or with a nonce, may be kept by a"
                            + " browser or a shared cache.",
                    "The next person at the computer, or the next visitor behind the same cache,"
                            + " gets somebody else's page or session.",
                    "Send Cache-Control: no-store on pages and data of a signed-in user, on login"
                            + " and admin pages, and never public beside Set-Cookie or a nonce.",
                    "RFC 9111",
                    "ASVS v5.0.0-14.3.2",
                    "CWE-525");
    private static final CheckInfo PRAGMA =
            Rules.rule(
                    "headers.pragma",
                    "Pragma protects nothing",
                    Severity.INFO,
                    "The answer forbids caching by Pragma alone, which is not defined for"
                            + " answers.",
                    "Caches keep the page all the same.",
                    "Send Cache-Control: no-store.",
                    "RFC 9111",
                    "CWE-525");

    @Override
    public List<CheckInfo> rules() {
        return List.of(CACHE, PRAGMA);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        List<String> lines = answer.lines(FIELD);
        Finding pragma =
                !answer.fields().has("Pragma") || !answer.sensitive()
                        ? Finding.notApplicable(PRAGMA, "nothing relies on Pragma")
                        : lines.isEmpty()
                                ? Finding.fail(PRAGMA, "Pragma is sent and no " + FIELD)
                                : Finding.pass(PRAGMA, "Pragma is sent beside " + FIELD);
        return List.of(cache(answer, lines, CacheControl.of(lines)), pragma);
    }

    private static Finding cache(Answer answer, List<String> lines, CacheControl cache) {
        if (answer.options()) {
            return Finding.notApplicable(CACHE, "answers of OPTIONS are not kept");
        }
        String said = lines.isEmpty() ? "no " + FIELD : FIELD + " " + Said.quoted(lines);
        boolean cookie = answer.fields().has("Set-Cookie") && !exceptCookies(cache);
        Optional<Lifetime> beside = Lifetime.beside(answer.fields(), answer.exchange().at());
        if (beside.isPresent() && (cookie || answer.sensitive() || nonce(answer))) {
            return beside(beside.get(), cookie, answer);
        }
        if (cookie && cache.shared()) {
            return Finding.fail(CACHE, said + " lets shared caches give this Set-Cookie to others")
                    .as(Severity.HIGH);
        }
        if (answer.sensitive()) {
            return sensitive(answer, cache, said);
        }
        if (nonce(answer) && (cache.shared() || aged(answer))) {
            return Finding.fail(
                    CACHE, said + " lets caches keep a page with a nonce, which then is no secret");
        }
        if (lines.isEmpty() && cookie) {
            return Finding.pass(CACHE, "nothing lets shared caches keep this Set-Cookie");
        }
        return lines.isEmpty()
                ? Finding.notApplicable(CACHE, "nothing here is for one user alone")
                : Finding.pass(CACHE, said + " on this public " + answer.kind());
    }

    private static Finding beside(Lifetime lifetime, boolean cookie, Answer answer) {
        String what =
                cookie
                        ? "this Set-Cookie"
                        : answer.sensitive() ? "this " + answer.kind() : "this page with a nonce";
        boolean overrides = !lifetime.field().equals("Expires");
        Finding fail =
                Finding.fail(
                        CACHE,
                        lifetime.field()
                                + " "
                                + Said.quoted(lifetime.why())
                                + " lets shared caches keep "
                                + what
                                + (overrides ? ", whatever Cache-Control says" : ""));
        return cookie || answer.sensitive() ? fail.as(Severity.HIGH) : fail;
    }

    private static Finding sensitive(Answer answer, CacheControl cache, String said) {
        String kind = answer.kind();
        if (cache.has("no-store")) {
            return Finding.pass(CACHE, said + " on this " + kind);
        }
        if (cache.shared()) {
            return Finding.fail(CACHE, said + " lets shared caches keep this " + kind)
                    .as(Severity.HIGH);
        }
        return Finding.fail(CACHE, said + " on this " + kind + ": no-store is missing")
                .as(cache.has("private") ? Severity.LOW : Severity.MEDIUM);
    }

    private static boolean exceptCookies(CacheControl cache) {
        return (cache.directives().getOrDefault("no-cache", "")
                        + cache.directives().getOrDefault("private", ""))
                .toLowerCase(Locale.ROOT)
                .contains("set-cookie");
    }

    private static boolean nonce(Answer answer) {
        return answer.lines("Content-Security-Policy").stream()
                .anyMatch(policy -> policy.toLowerCase(Locale.ROOT).contains("'nonce-"));
    }

    /** Whether a cache gave the answer. */
    private static boolean aged(Answer answer) {
        Optional<String> age = answer.fields().first("Age");
        return age.isPresent() && !age.get().isBlank() && !age.get().strip().equals("0");
    }
}
