package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.csp.judge.Received;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.verdict.Finding;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class JudgeTest {
    private static List<Finding> judge(String... values) {
        return Csp.judge(Received.headers(List.of(values)));
    }

    private static Set<String> failing(String... values) {
        return judge(values).stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL)
                .map(finding -> finding.rule().id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String message(String id, String... values) {
        return judge(values).stream()
                .filter(finding -> finding.rule().id().value().equals(id))
                .map(Finding::message)
                .collect(Collectors.joining("\n"));
    }

    private static void notes(String id, String words, String... values) {
        assertTrue(message(id, values).contains(words), () -> message(id, values));
    }

    @Test
    void failsAMissingPolicy() {
        assertEquals(Set.of("csp.missing"), failing());
        assertEquals(Set.of("csp.missing"), failing(" ;; , "));
        assertEquals(Set.of(), failing("default-src 'none'"));
    }

    @Test
    void failsAPolicyThatOnlyReports() {
        List<Finding> findings =
                Csp.judge(
                        new Received(
                                List.of(),
                                List.of("default-src 'self'; sandbox; upgrade-insecure-requests"),
                                List.of(),
                                Received.VICTIM));
        assertEquals("csp.report-only", findings.getFirst().rule().id().value());
        assertEquals(Outcome.FAIL, findings.getFirst().outcome());
        String words = findings.stream().map(Finding::message).collect(Collectors.joining("\n"));
        assertTrue(words.contains("sandbox does nothing in a report-only policy"), words);
        assertTrue(words.contains("no place to report to"), words);
    }

    @Test
    void passesStrictPolicies() {
        assertEquals(
                Set.of(),
                failing(
                        "script-src 'nonce-MTIzNDU2Nzg5MDEyMzQ1Ng==' 'strict-dynamic' https:"
                                + " 'unsafe-inline'; object-src 'none'; base-uri 'none'"));
        assertEquals(
                Set.of(),
                failing(
                        "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
                                + " 'strict-dynamic'; object-src 'none'; base-uri 'self'"));
        assertEquals(
                Set.of(),
                failing(
                        "default-src 'self'; script-src 'self' https://static.example.com;"
                                + " object-src 'none'; base-uri 'none'"));
        assertEquals(Set.of(), failing("default-src 'self'"));
        assertEquals(Set.of(), failing("sandbox"));
    }

    @Test
    void namesTheLineThatRuns() {
        assertEquals(
                Set.of("csp.inline-script", "csp.event-handler", "csp.javascript-url"),
                failing("script-src 'self' 'unsafe-inline'"));
        notes(
                "csp.inline-script",
                "(script-src has 'unsafe-inline', and neither a valid nonce or hash nor"
                        + " 'strict-dynamic'): <script>alert(document.domain)</script>",
                "script-src 'self' 'unsafe-inline'");
        notes(
                "csp.event-handler",
                "<img src=x onerror=alert(document.domain)>",
                "script-src-attr 'unsafe-inline'");
        notes("csp.data-script", "<script src=\"data:text/javascript,", "script-src data:");
        notes(
                "csp.foreign-script",
                "(script-src has https:): <script src=https://evil.test/evil.js></script>",
                "script-src https:");
        notes("csp.foreign-script", "no policy has script-src-elem", "img-src 'none'");
    }

    @Test
    void seesHostsThatAnybodyOwnsInOddPlaces() {
        assertEquals(Set.of("csp.foreign-script"), failing("script-src *:8443"));
        notes(
                "csp.foreign-script",
                "<script src=https://evil.test:8443/evil.js>",
                "script-src *:8443");
        notes(
                "csp.foreign-script",
                "<script src=https://evil.test/lib/evil.js>",
                "script-src https://*/lib/");
        notes("csp.foreign-script", "<script src=https://evil.com/evil.js>", "script-src *.com");
        notes("csp.foreign-script", "https://evil.co.uk/", "script-src *.co.uk");
        assertEquals(Set.of(), failing("script-src *.example.com"));
        assertEquals(Set.of(), failing("script-src *.com", "script-src 'self'"));
        assertEquals(Set.of(), failing("script-src *.com 'strict-dynamic' 'nonce-abc'"));
    }

    @Test
    void seesPublicSuffixes() {
        for (String wide :
                List.of(
                        "*.gov.uk",
                        "*.edu.au",
                        "*.ac.jp",
                        "*.uk.com",
                        "*.com.au",
                        "*.co.jp",
                        "https://*.or.jp:*",
                        "*.xyz")) {
            assertEquals(Set.of("csp.foreign-script"), failing("script-src 'self' " + wide), wide);
        }
        for (String ours :
                List.of(
                        "*.shop.gov.uk",
                        "gov.uk",
                        "*.shop.co.jp",
                        "*.corp.internal",
                        "*.0.0.1",
                        "*.cdn.shop.example")) {
            assertEquals(Set.of(), failing("script-src 'self' " + ours), ours);
        }
    }

    @Test
    void seesHostsWhereAnybodyGetsAName() {
        for (String host :
                List.of(
                        "*.blogspot.com",
                        "*.glitch.me",
                        "*.repl.co",
                        "*.ngrok.io",
                        "*.trycloudflare.com",
                        "*.surge.sh",
                        "*.run.app",
                        "*.azurestaticapps.net",
                        "*.b-cdn.net",
                        "*.amazonaws.com",
                        "s3.eu-central-1.amazonaws.com",
                        "*.s3.eu-west-1.amazonaws.com",
                        "*.lambda-url.us-east-1.on.aws",
                        "cdn.jsdelivr.net/npm/",
                        "fastly.jsdelivr.net",
                        "deno.land",
                        "cdn.bootcss.com")) {
            assertEquals(Set.of("csp.allow-list"), failing("script-src 'self' " + host), host);
        }
        for (String ours :
                List.of(
                        "ours.blogspot.com",
                        "ours.s3.eu-central-1.amazonaws.com",
                        "s3.eu-central-1.amazonaws.com/ours/",
                        "fastly.jsdelivr.net/npm/ours@1/",
                        "cdnjs.cloudflare.com/ajax/libs/jquery/",
                        "ours-abc.run.app")) {
            assertEquals(Set.of(), failing("script-src 'self' " + ours), ours);
        }
    }

    @Test
    void seesTheVisitorsOwnMachine() {
        for (String local :
                List.of(
                        "localhost:*",
                        "127.0.0.1:*",
                        "http://localhost:3000",
                        "*.localhost",
                        "http://127.0.0.1:8080/lib/")) {
            assertEquals(Set.of("csp.allow-list"), failing("script-src 'self' " + local), local);
        }
        assertEquals(Set.of(), failing("script-src 'self'; connect-src localhost:*"));
        List<Finding> own =
                Csp.judge(
                        new Received(
                                List.of("script-src localhost:5173"),
                                List.of(),
                                List.of(),
                                "http://localhost:8080/"));
        assertTrue(own.stream().noneMatch(each -> each.outcome() == Outcome.FAIL), own.toString());
    }

    @Test
    void seesKnownHostsOnTheList() {
        assertEquals(Set.of("csp.allow-list"), failing("script-src https://cdn.jsdelivr.net"));
        notes(
                "csp.allow-list",
                "anybody may publish scripts on unpkg.com: <script src=\"https://unpkg.com/",
                "script-src unpkg.com");
        notes("csp.allow-list", "JSONP on", "script-src https://*.googleapis.com");
        assertEquals(Set.of("csp.allow-list"), failing("script-src *.github.io"));
        assertEquals(Set.of(), failing("script-src ours.github.io"));
        assertEquals(Set.of(), failing("script-src https://cdn.jsdelivr.net/npm/ours@1/"));
        assertEquals(Set.of(), failing("script-src https://cdn.jsdelivr.net", "script-src 'self'"));
        assertEquals(
                Set.of(),
                failing("script-src 'nonce-abc' 'strict-dynamic' https://cdn.jsdelivr.net"));
    }

    @Test
    void saysWhatIsOddWithoutFailing() {
        String[] odd = {
            "default-src 'self' 'unsafe-eval' 'none' https://10.0.0.1 http://a.example [::1];"
                    + " img-src 'self'; img-src *; scrpt-src 'none'; font-src ‘self’;"
                    + " plugin-types a/b; media-src x.example object-src 'none'; style-src"
                    + " 'nonce-short' 'nonce-bad$' 'sha256-abc' 'sha256-$' self x^y"
        };
        assertEquals(Set.of(), failing(odd));
        notes("csp.eval", "strings may be evaluated", odd);
        notes("csp.ignored-source", "'none' beside other sources is ignored", odd);
        notes("csp.ignored-source", "x^y is no source and ignored", odd);
        notes("csp.ip-source", "https://10.0.0.1", odd);
        notes("csp.ip-source", "[::1]: a browser matches no IPv6 address", odd);
        notes("csp.http-source", "http://a.example", odd);
        notes("csp.duplicate-directive", "img-src stands again", odd);
        notes("csp.unknown-directive", "scrpt-src is no directive; script-src was meant?", odd);
        notes("csp.dropped-directive", "font-src has a letter beyond ASCII", odd);
        notes("csp.deprecated-directive", "plugin-types", odd);
        notes("csp.missing-semicolon", "missing before object-src", odd);
        notes("csp.nonce", "has 5 letters; 128 bits take 22", odd);
        notes("csp.nonce", "'nonce-bad$' is malformed", odd);
        notes("csp.hash", "has 3 letters where SHA-256 has 43", odd);
        notes("csp.hash", "'sha256-$' is malformed", odd);
        notes("csp.form-action", "no policy has form-action", odd);
        notes("csp.frame-ancestors", "no policy has frame-ancestors", odd);
        notes("csp.reporting", "no policy has report-to or report-uri", odd);
        notes("csp.trusted-types", "require-trusted-types-for", odd);
    }

    @Test
    void saysNothingOddOfAPlainPolicy() {
        Set<String> notes =
                judge(
                                "default-src 'none'; script-src 'self'; base-uri 'none';"
                                        + " form-action 'self'; frame-ancestors 'none'; report-to a;"
                                        + " require-trusted-types-for 'script'")
                        .stream()
                        .filter(finding -> finding.properties().containsKey("note"))
                        .map(Finding::message)
                        .collect(Collectors.toSet());
        assertEquals(Set.of(), notes);
    }

    @Test
    void seesTheHeadersOwnNameInItsValue() {
        notes(
                "csp.header-name",
                "begins with the header's own name",
                "Content-Security-Policy: default-src 'none'");
        assertTrue(
                failing("Content-Security-Policy: default-src 'none'")
                        .contains("csp.inline-script"));
    }

    @Test
    void saysWhatAMetaElementCannotCarry() {
        List<Finding> findings =
                Csp.judge(
                        new Received(
                                List.of(),
                                List.of(),
                                List.of("default-src 'none'; frame-ancestors 'none'; sandbox"),
                                Received.VICTIM));
        assertTrue(
                findings.stream()
                        .anyMatch(finding ->
                                finding.rule().id().value().equals("csp.meta")
                                        && finding.message().contains("sandbox")));
    }

    @Test
    void failsExactlyWhatRuns() throws IOException {
        PolicyGrammar grammar =
                new PolicyGrammar(RandomGeneratorFactory.of("L64X128MixRandom").create(7));
        List<Delivered> policies = new java.util.ArrayList<>();
        TruthTable.rows().forEach(row -> policies.add(row.policies()));
        for (int i = 0; i < 3_000; i++) {
            policies.add(grammar.delivered());
        }
        Map<Sink, String> rules =
                Map.of(
                        Sink.INLINE, "csp.inline-script",
                        Sink.ATTR, "csp.event-handler",
                        Sink.JSURL, "csp.javascript-url",
                        Sink.DATA, "csp.data-script",
                        Sink.EVIL, "csp.foreign-script");
        for (Delivered each : policies) {
            List<Finding> findings =
                    Csp.judge(
                            new Received(each.headers(), List.of(), each.metas(), Received.VICTIM));
            Map<Sink, Boolean> allows = ChromiumDifferenceTest.engine(each);
            Set<String> failed = new HashSet<>();
            findings.stream()
                    .filter(finding -> finding.outcome() == Outcome.FAIL)
                    .forEach(finding -> failed.add(finding.rule().id().value()));
            if (!failed.contains("csp.missing")) {
                rules.forEach((sink, rule) -> {
                    if (allows.getOrDefault(sink, false)) {
                        assertTrue(failed.contains(rule), () -> rule + " " + each);
                    } else if (sink != Sink.EVIL && sink != Sink.INLINE) {
                        assertFalse(failed.contains(rule), () -> rule + " " + each);
                    }
                });
            }
        }
    }

    @Test
    void explainsEveryIdItReports() {
        Set<String> known =
                Csp.rules().stream().map(rule -> rule.id().value()).collect(Collectors.toSet());
        assertEquals(Csp.rules().size(), known.size());
        for (Finding finding : judge("script-src * 'nonce-x$' [::1]; foo; img-src é")) {
            assertTrue(known.contains(finding.rule().id().value()));
            assertFalse(finding.message().contains("\n"));
        }
    }
}
