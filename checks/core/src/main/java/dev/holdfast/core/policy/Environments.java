package dev.holdfast.core.policy;

import dev.holdfast.core.gate.GateRules;
import dev.holdfast.core.gate.UnknownRule;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Environments and their gates. What an environment does not say comes from the one that it
 * inherits, at last from the gate at the top of the policy.
 */
final class Environments {
    static final List<String> GATE_PARTS = List.of("block", "unknown", "requireChecks");

    private final Settings settings;

    Environments(Settings settings) {
        this.settings = settings;
    }

    List<String> names() {
        return settings.names("environments");
    }

    /** The environment and those that it inherits, itself first; ends before a circle closes. */
    List<String> line(String environment) {
        Set<String> line = new LinkedHashSet<>();
        Optional<String> next = Optional.of(environment);
        while (next.isPresent() && line.add(next.get())) {
            next = inherits(next.get()).map(setting -> String.valueOf(setting.value()));
        }
        return List.copyOf(line);
    }

    Optional<Setting> inherits(String environment) {
        return settings.find(List.of("environments", environment, "inherits"));
    }

    /** A part of the gate in force at an environment, with the layer that set it. */
    Setting part(String environment, String part) {
        for (String each : line(environment)) {
            Optional<Setting> own = settings.find(List.of("environments", each, "gate", part));
            if (own.isPresent()) {
                return own.get();
            }
        }
        return top(part);
    }

    private Setting top(String part) {
        return settings.find(List.of("gate", part)).orElseThrow();
    }

    /** Whether a part of a gate is at least as strict as another. */
    static boolean holds(String part, Object locked, Object child) {
        Tightening tightening =
                part.equals("unknown") ? Tightening.EARLIER_CHOICE : Tightening.MORE_MEMBERS;
        return tightening.holds(locked, child, List.of("block", "warn"));
    }

    /** The names that are inherited and do not exist, or that inherit themselves. */
    List<Setting> broken() {
        List<Setting> broken = new ArrayList<>();
        for (String name : names()) {
            inherits(name)
                    .filter(setting -> {
                        String parent = String.valueOf(setting.value());
                        return !names().contains(parent) || line(parent).contains(name);
                    })
                    .ifPresent(broken::add);
        }
        return broken;
    }

    /** The gate of an environment, or the top one. */
    GateRules gate(Optional<String> environment) {
        return new GateRules(
                environment.orElse("default"),
                texts(environment, "block").stream()
                        .map(word -> Severity.ofWord(word).orElseThrow())
                        .collect(Collectors.toSet()),
                value(environment, "unknown").equals("warn") ? UnknownRule.WARN : UnknownRule.BLOCK,
                texts(environment, "requireChecks").stream()
                        .map(CheckId::new)
                        .collect(Collectors.toSet()));
    }

    private Object value(Optional<String> environment, String part) {
        return environment.map(name -> part(name, part)).orElseGet(() -> top(part)).value();
    }

    private List<String> texts(Optional<String> environment, String part) {
        return ((List<?>) value(environment, part)).stream().map(String::valueOf).toList();
    }
}
