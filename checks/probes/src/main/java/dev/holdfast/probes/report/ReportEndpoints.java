package dev.holdfast.probes.report;

import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.suggest.PolicyText;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;

/**
 * Where the policies of an answer want reports: {@code report-uri} (CSP3, section 6.5.1), and
 * {@code report-to} with the names that {@code Reporting-Endpoints} explains (Reporting API,
 * section 3.2).
 */
public final class ReportEndpoints {
    private ReportEndpoints() {}

    /** The whole addresses, in the order in which they are named. */
    public static List<String> of(Fields fields, String origin) {
        List<String> values = new ArrayList<>(fields.all("Content-Security-Policy"));
        values.addAll(fields.all("Content-Security-Policy-Report-Only"));
        Map<String, String> named = named(fields);
        Set<String> addresses = new LinkedHashSet<>();
        for (Map<String, String> policy : PolicyText.parse(values)) {
            for (String address : policy.getOrDefault("report-uri", "").split("\\s+", -1)) {
                if (!address.isEmpty()) {
                    absolute(address, origin).ifPresent(addresses::add);
                }
            }
            String endpoint = named.get(policy.getOrDefault("report-to", ""));
            if (endpoint != null) {
                absolute(endpoint, origin).ifPresent(addresses::add);
            }
        }
        return List.copyOf(addresses);
    }

    /** The whole address of the endpoint of that name. */
    public static Optional<String> named(Fields fields, String origin, String name) {
        return Optional.ofNullable(named(fields).get(name))
                .flatMap(address -> absolute(address, origin));
    }

    /** The path with the query of an address that is of that origin. */
    public static Optional<String> path(String address, String origin) {
        if (!ShownAddress.origin(address).equals(origin)) {
            return Optional.empty();
        }
        int start = address.indexOf('/', address.indexOf("://") + 3);
        String path = start < 0 ? "/" : address.substring(start);
        int fragment = path.indexOf('#');
        return Optional.of(fragment < 0 ? path : path.substring(0, fragment));
    }

    private static Map<String, String> named(Fields fields) {
        Map<String, String> named = new HashMap<>();
        String value = fields.combined("Reporting-Endpoints").orElse("");
        try {
            Dictionary all = Parser.parseDictionary(value);
            all.get()
                    .forEach((name, item) -> {
                        if (item instanceof StringItem text) {
                            named.put(name, text.get());
                        }
                    });
        } catch (ParseException broken) {
            // A field that does not parse is ignored whole (RFC 9651, section 4.2).
            named.clear();
        }
        return named;
    }

    private static Optional<String> absolute(String address, String origin) {
        try {
            return Optional.of(URI.create(origin + "/").resolve(address).toString());
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }
}
