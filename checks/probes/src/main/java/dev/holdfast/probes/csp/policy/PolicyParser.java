package dev.holdfast.probes.csp.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses serialized policies (CSP3, sections 2.2.1 and 2.2.2). Takes any text in linear time. */
public final class PolicyParser {
    private static final Set<String> NOT_IN_META =
            Set.of("frame-ancestors", "report-uri", "sandbox");

    private PolicyParser() {}

    /**
     * The policies of header fields. Every value may hold several, with commas between them; a
     * policy without a directive is none.
     *
     * @param values one for each field line, as received
     */
    public static List<Policy> headers(List<String> values) {
        List<Policy> policies = new ArrayList<>();
        for (String value : values) {
            for (String piece : Ascii.split(value, ',')) {
                add(policies, piece, Policy.Delivery.HEADER);
            }
        }
        return policies;
    }

    /**
     * The policies of meta elements (CSP3, section 3.3).
     *
     * @param contents of their content attributes
     */
    public static List<Policy> metas(List<String> contents) {
        List<Policy> policies = new ArrayList<>();
        for (String content : contents) {
            for (String piece : Ascii.split(content, ',')) {
                add(policies, piece, Policy.Delivery.META);
            }
        }
        return policies;
    }

    private static void add(List<Policy> policies, String piece, Policy.Delivery delivery) {
        Policy policy = parse(piece, delivery);
        if (!policy.directives().isEmpty() || !policy.dropped().isEmpty()) {
            policies.add(policy);
        }
    }

    private static Policy parse(String serialized, Policy.Delivery delivery) {
        Map<String, Directive> directives = new LinkedHashMap<>();
        List<Dropped> dropped = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String token : Ascii.split(serialized, ';')) {
            String directive = Ascii.strip(token);
            if (directive.isEmpty()) {
                continue;
            }
            int end = Ascii.space(directive);
            String name = Ascii.lower(directive.substring(0, end));
            String value = directive.substring(end);
            if (!seen.add(name)) {
                dropped.add(new Dropped(Dropped.Cause.DUPLICATE, name));
            } else if (!Ascii.isReadable(value)) {
                dropped.add(new Dropped(Dropped.Cause.UNREADABLE, name));
            } else {
                directives.put(name, new Directive(name, Ascii.words(value)));
            }
        }
        if (delivery == Policy.Delivery.META) {
            for (String name : NOT_IN_META) {
                if (directives.remove(name) != null) {
                    dropped.add(new Dropped(Dropped.Cause.NOT_IN_META, name));
                }
            }
        }
        return new Policy(Ascii.strip(serialized), delivery, directives, dropped);
    }
}
