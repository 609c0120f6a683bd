package dev.holdfast.probes.target;

import java.util.List;

/**
 * Whose object a route shows.
 *
 * @param owner the identity that may see it
 * @param others identities that may not; {@code anonymous} is nobody
 * @param canary text that only the object's own answer holds
 */
public record IsolationRules(String owner, List<String> others, String canary) {
    public IsolationRules {
        others = List.copyOf(others);
    }
}
