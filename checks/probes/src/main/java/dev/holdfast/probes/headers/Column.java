package dev.holdfast.probes.headers;

import java.util.List;
import java.util.Locale;

/**
 * A column of the table.
 *
 * @param head what stands above it
 * @param field whose value is shown
 * @param rules beginnings of ids that judge it
 */
record Column(String head, String field, List<String> rules) {
    static final List<Column> ALL =
            List.of(
                    column("HSTS", "Strict-Transport-Security"),
                    new Column("CSP", "Content-Security-Policy", List.of("csp.")),
                    column("nosniff", "X-Content-Type-Options"),
                    column("X-Frame-Options", "X-Frame-Options"),
                    column("Referrer-Policy", "Referrer-Policy"),
                    column("Permissions-Policy", "Permissions-Policy"),
                    column("COOP", "Cross-Origin-Opener-Policy"),
                    column("COEP", "Cross-Origin-Embedder-Policy"),
                    column("CORP", "Cross-Origin-Resource-Policy"),
                    column("Cache-Control", "Cache-Control"),
                    column("Server", "Server"));

    Column {
        rules = List.copyOf(rules);
    }

    private static Column column(String head, String field) {
        return new Column(head, field, List.of("headers." + field.toLowerCase(Locale.ROOT)));
    }

    /** Whether a finding of that id speaks of this column. */
    boolean concerns(String id) {
        return rules.stream()
                .anyMatch(rule -> rule.endsWith(".") ? id.startsWith(rule) : id.equals(rule));
    }
}
