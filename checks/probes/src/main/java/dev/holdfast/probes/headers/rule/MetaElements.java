package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.answer.Page;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Header fields in meta elements, where browsers ignore them (HTML, "pragma directives"). */
public final class MetaElements implements HeaderRule {
    private static final Set<String> HEEDED =
            Set.of(
                    "content-type",
                    "content-language",
                    "default-style",
                    "refresh",
                    "x-ua-compatible",
                    "content-security-policy",
                    "accept-ch",
                    "delegate-ch",
                    "origin-trial",
                    "x-dns-prefetch-control");
    private static final Set<String> GUARDS =
            Set.of(
                    "x-frame-options",
                    "strict-transport-security",
                    "x-content-type-options",
                    "x-xss-protection",
                    "permissions-policy",
                    "feature-policy",
                    "referrer-policy",
                    "cross-origin-opener-policy",
                    "cross-origin-embedder-policy",
                    "cross-origin-resource-policy",
                    "content-security-policy-report-only",
                    "access-control-allow-origin",
                    "clear-site-data",
                    "integrity-policy",
                    "cache-control",
                    "set-cookie");
    private static final List<String> NOT_IN_META =
            List.of("frame-ancestors", "report-uri", "sandbox");

    private static final CheckInfo META =
            Rules.rule(
                    "headers.meta-http-equiv",
                    "A header in a meta element does nothing",
                    Severity.LOW,
                    "The page sets in a meta element what browsers take from header fields only.",
                    "Somebody believes that the page is guarded, and it is not.",
                    "Send it as a header field of the answer.",
                    "CWE-693");

    @Override
    public List<CheckInfo> rules() {
        return List.of(META);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (!answer.html()) {
            return List.of(Finding.notApplicable(META, "the answer is no page"));
        }
        if (answer.exchange().response().body().size() == 0) {
            return List.of(Finding.notApplicable(META, "the page's text is not there"));
        }
        List<String> useless = new ArrayList<>();
        for (Page.Meta meta : answer.page().metas()) {
            useless(meta, answer).ifPresent(useless::add);
        }
        if (!useless.isEmpty()) {
            return List.of(
                    Finding.fail(
                            META,
                            "browsers ignore in a meta element: "
                                    + Said.quoted(String.join(", ", useless))));
        }
        return List.of(
                answer.reading()
                        .unread()
                        .map(why -> Finding.unknown(META, why))
                        .orElseGet(() ->
                                Finding.pass(META, "no meta element stands for a missing header")));
    }

    private static Optional<String> useless(Page.Meta meta, Answer answer) {
        if (meta.name().equals("content-security-policy")) {
            String policy = meta.content().toLowerCase(Locale.ROOT);
            String sent =
                    String.join(";", answer.lines("Content-Security-Policy"))
                            .toLowerCase(Locale.ROOT);
            return NOT_IN_META.stream()
                    .filter(name -> names(policy, name) && !names(sent, name))
                    .findFirst();
        }
        return !HEEDED.contains(meta.name())
                        && GUARDS.contains(meta.name())
                        && !answer.fields().has(meta.name())
                ? Optional.of(meta.name())
                : Optional.empty();
    }

    private static boolean names(String policy, String directive) {
        for (String part : policy.split("[;,]", -1)) {
            if (part.strip().split("\\s", 2)[0].equals(directive)) {
                return true;
            }
        }
        return false;
    }
}
