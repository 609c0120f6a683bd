package dev.holdfast.probes.csp.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One policy (CSP3, section 2.2).
 *
 * @param text as it was received, without white space around it
 * @param directives by name, in their order
 * @param dropped what a browser throws away
 */
public record Policy(
        String text, Delivery delivery, Map<String, Directive> directives, List<Dropped> dropped) {
    public Policy {
        directives = Collections.unmodifiableMap(new LinkedHashMap<>(directives));
        dropped = List.copyOf(dropped);
    }

    /** How a policy reached the browser. */
    public enum Delivery {
        HEADER,
        META
    }

    /** Whether it has that directive. */
    public boolean has(String name) {
        return directives.containsKey(name);
    }

    /** The first of these directives that it has. */
    public Optional<Directive> first(List<String> names) {
        for (String name : names) {
            Directive found = directives.get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The directive of that name. */
    public Optional<Directive> directive(String name) {
        return Optional.ofNullable(directives.get(name));
    }
}
