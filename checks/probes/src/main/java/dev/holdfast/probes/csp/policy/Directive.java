package dev.holdfast.probes.csp.policy;

import java.util.List;

/**
 * One directive of a policy (CSP3, section 2.3).
 *
 * @param name in lower case
 * @param tokens its value, split at white space
 */
public record Directive(String name, List<String> tokens) {
    public Directive {
        tokens = List.copyOf(tokens);
    }
}
