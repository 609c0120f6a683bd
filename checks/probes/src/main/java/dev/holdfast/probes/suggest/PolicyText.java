package dev.holdfast.probes.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Policies taken apart as far as a new one needs it; what a policy means is not judged here. */
public final class PolicyText {
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");
    private static final Pattern NONCE =
            Pattern.compile("'nonce-([A-Za-z0-9+/_-]+={0,2})'", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");
    private static final Set<String> KEPT =
            Set.of(
                    "frame-ancestors",
                    "sandbox",
                    "upgrade-insecure-requests",
                    "require-trusted-types-for",
                    "trusted-types",
                    "report-uri",
                    "report-to");

    private PolicyText() {}

    /**
     * The directives of one policy after the other, in their order; of two of a name the first
     * (CSP3, section 2.2.1).
     *
     * @param values of header fields, in each of which a comma parts policies
     */
    public static List<Map<String, String>> parse(List<String> values) {
        List<Map<String, String>> policies = new ArrayList<>();
        for (String value : values) {
            for (String policy : value.split(",", -1)) {
                Map<String, String> directives = new LinkedHashMap<>();
                for (String token : policy.split(";", -1)) {
                    String[] parts = SPACE.split(token.strip(), 2);
                    if (!parts[0].isEmpty()) {
                        directives.putIfAbsent(
                                parts[0].toLowerCase(Locale.ROOT),
                                parts.length > 1 ? parts[1].strip() : "");
                    }
                }
                if (!directives.isEmpty()) {
                    policies.add(directives);
                }
            }
        }
        return policies;
    }

    /** The nonces that policies name. */
    public static List<String> nonces(List<String> values) {
        List<String> nonces = new ArrayList<>();
        for (String value : values) {
            Matcher matcher = NONCE.matcher(value);
            while (matcher.find()) {
                nonces.add(matcher.group(1));
            }
        }
        return nonces;
    }

    /** Whether a policy may hold it as a nonce (CSP3, section 2.3.1). */
    public static boolean validNonce(String nonce) {
        return VALUE.matcher(nonce).matches();
    }

    /**
     * The directives of which no page load can show whether they are right, as they stand there.
     */
    public static List<String> kept(List<String> values) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map<String, String> policy : parse(values)) {
            policy.forEach((name, value) -> {
                if (KEPT.contains(name)) {
                    kept.putIfAbsent(name, value);
                }
            });
        }
        return kept.entrySet().stream()
                .map(each -> (each.getKey() + " " + each.getValue()).strip())
                .toList();
    }
}
