package dev.holdfast.probes.target;

import java.util.List;

/**
 * Who may use a route.
 *
 * @param allow identities that may
 * @param deny identities that may not; {@code anonymous} is nobody
 * @param canary text that only an accepted answer holds
 */
public record AccessRules(List<String> allow, List<String> deny, String canary) {
    public AccessRules {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }
}
