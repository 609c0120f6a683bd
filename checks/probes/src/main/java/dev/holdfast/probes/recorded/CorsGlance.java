package dev.holdfast.probes.recorded;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.headers.field.CacheControl;
import dev.holdfast.probes.headers.field.ValueList;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What one exchange alone tells of CORS; the probe that asks with many origins tells more. */
public final class CorsGlance {
    private static final int LONGEST = 100;

    private final CheckInfo reflected;
    private final CheckInfo nobody;
    private final CheckInfo wildcard;
    private final CheckInfo several;
    private final CheckInfo vary;

    /**
     * With the rules of the probe of CORS, so that an id means one thing.
     *
     * @param rules those of {@code cors.reflected-origin}, {@code cors.null-origin}, {@code
     *     cors.wildcard-credentials}, {@code cors.several-values} and {@code cors.vary-origin}; one
     *     that is missing is worded here
     */
    public CorsGlance(List<CheckInfo> rules) {
        reflected =
                rule(
                        rules,
                        "cors.reflected-origin",
                        "Any origin may read the answer",
                        Severity.HIGH);
        nobody =
                rule(
                        rules,
                        "cors.null-origin",
                        "The origin null may read the answer",
                        Severity.HIGH);
        wildcard =
                rule(
                        rules,
                        "cors.wildcard-credentials",
                        "* stands beside credentials",
                        Severity.MEDIUM);
        several = rule(rules, "cors.several-values", "Several origins in one answer", Severity.LOW);
        vary = rule(rules, "cors.vary-origin", "A cache mixes up origins", Severity.LOW);
    }

    /** Judges what the exchange shows. */
    public List<Finding> judge(Exchange exchange) {
        Fields fields = exchange.response().fields();
        List<String> allowed = ValueList.of(fields.all("Access-Control-Allow-Origin"));
        if (allowed.isEmpty()) {
            return List.of(
                    Finding.notApplicable(reflected, "no Access-Control-Allow-Origin is sent"));
        }
        List<Finding> findings = new ArrayList<>();
        boolean credentials =
                fields.combined("Access-Control-Allow-Credentials").orElse("").equals("true");
        String value = allowed.getFirst();
        findings.add(
                allowed.size() > 1
                        ? Finding.fail(
                                several,
                                allowed.size()
                                        + " values of"
                                        + " Access-Control-Allow-Origin, so browsers refuse everybody")
                        : Finding.pass(several, "one Access-Control-Allow-Origin"));
        findings.add(
                value.equals("*") && credentials
                        ? Finding.fail(
                                wildcard,
                                "Access-Control-Allow-Origin: * beside"
                                        + " Access-Control-Allow-Credentials: true")
                        : Finding.pass(wildcard, "no * beside credentials"));
        findings.add(
                value.equals("null")
                        ? Finding.fail(
                                        nobody,
                                        "Access-Control-Allow-Origin: null lets every"
                                                + " sandboxed frame read"
                                                + (credentials
                                                        ? " with the user's credentials"
                                                        : ""))
                                .as(credentials ? Severity.HIGH : Severity.MEDIUM)
                        : Finding.pass(nobody, "the origin null is not allowed"));
        exchange.request()
                .fields()
                .first("Origin")
                .filter(origin -> allowed.size() == 1)
                .filter(origin -> origin.equals(value) && !origin.equals("null"))
                .ifPresent(origin -> {
                    findings.add(echo(exchange, origin, credentials));
                    findings.add(varies(fields));
                });
        return findings;
    }

    private Finding echo(Exchange exchange, String origin, boolean credentials) {
        String shown = OneLine.of(origin, LONGEST);
        if (!credentials) {
            return Finding.unknown(
                    reflected,
                    "Origin "
                            + shown
                            + " was echoed without credentials: one exchange does not"
                            + " tell a list from an echo");
        }
        return foreign(exchange.url(), origin)
                ? Finding.fail(
                        reflected,
                        "Origin "
                                + shown
                                + " was echoed with Access-Control-Allow-Credentials:"
                                + " true")
                : Finding.unknown(
                        reflected,
                        "Origin "
                                + shown
                                + " of the same site was allowed: one exchange does not"
                                + " tell a list from an echo");
    }

    private Finding varies(Fields fields) {
        boolean named =
                ValueList.of(fields.all("Vary")).stream()
                        .anyMatch(each -> each.equalsIgnoreCase("Origin") || each.equals("*"));
        boolean kept = !CacheControl.of(fields.all("Cache-Control")).has("no-store");
        return named || !kept
                ? Finding.pass(vary, named ? "Vary names Origin" : "no cache keeps the answer")
                : Finding.fail(vary, "the origin was echoed and Vary does not name Origin");
    }

    /** Whether the two belong to different sites. */
    private static boolean foreign(String url, String origin) {
        HttpUrl own = HttpUrl.parse(url);
        HttpUrl other = HttpUrl.parse(origin);
        return own == null || other == null || !Objects.equals(site(own), site(other));
    }

    private static String site(HttpUrl url) {
        return Optional.ofNullable(url.topPrivateDomain()).orElse(url.host());
    }

    private static CheckInfo rule(
            List<CheckInfo> rules, String id, String title, Severity severity) {
        return rules.stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseGet(() ->
                        Rules.rule(
                                id,
                                title,
                                severity,
                                "The answer lets pages of other origins read it in a way that no"
                                        + " fixed list of origins does.",
                                "A page of the attacker's reads the user's data in the user's own"
                                        + " browser.",
                                "Compare Origin with a fixed list, byte by byte, and send Vary:"
                                        + " Origin.",
                                "ASVS v5.0.0-3.4.2",
                                "CWE-942"));
    }
}
