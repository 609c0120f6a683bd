package dev.holdfast.probes.browser;

import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.suggest.PolicyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The answer of a route as the service sent it.
 *
 * @param metaPolicies the policies in its {@code meta} elements
 * @param nonce of this answer: the one of its policy that its elements use, or the only one that
 *     they use
 * @param styleNonce whether style sheets have it, too
 * @param cut whether the wire kept only its beginning, or left it compressed
 */
record MainDocument(
        int status,
        Fields fields,
        List<String> metaPolicies,
        Optional<String> nonce,
        boolean styleNonce,
        boolean cut) {
    static final String ENFORCED = "Content-Security-Policy";
    static final String REPORT_ONLY = "Content-Security-Policy-Report-Only";

    static MainDocument of(Response response, PageText page) {
        Fields fields = response.fields();
        Set<String> used = page.nonces();
        List<String> named = new ArrayList<>(PolicyText.nonces(fields.all(ENFORCED)));
        named.addAll(PolicyText.nonces(fields.all(REPORT_ONLY)));
        Optional<String> nonce =
                named.stream()
                        .filter(used::contains)
                        .findFirst()
                        .or(() ->
                                used.size() == 1
                                        ? Optional.of(used.iterator().next())
                                        : Optional.empty());
        return new MainDocument(
                response.status(),
                fields,
                page.policies(),
                nonce.filter(PolicyText::validNonce),
                page.stylesHaveNonces(),
                response.body().cut() || compressed(response));
    }

    /** Whether the body is still as it came over the wire; a browser would not be given that. */
    static boolean compressed(Response response) {
        return response.fields()
                .first("Content-Encoding")
                .filter(coding -> !coding.strip().equalsIgnoreCase("identity"))
                .isPresent();
    }

    /** Whether it is a page. */
    boolean html() {
        String type = fields.first("Content-Type").orElse("");
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals("text/html") || bare.equals("application/xhtml+xml");
    }

    /** The policies that are enforced, from the header and the page. */
    List<String> enforced() {
        List<String> all = new ArrayList<>(fields.all(ENFORCED));
        all.addAll(metaPolicies);
        return all;
    }

    /** All policies. */
    List<String> policies() {
        List<String> all = enforced();
        all.addAll(fields.all(REPORT_ONLY));
        return all;
    }
}
