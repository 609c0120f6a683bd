package dev.holdfast.probes.target;

import java.util.Set;

/** What is down and what stays up while the maintenance switch is on. */
public record MaintenanceRules(Set<RouteClass> down, Set<RouteClass> up) {
    public MaintenanceRules {
        down = Set.copyOf(down);
        up = Set.copyOf(up);
    }
}
