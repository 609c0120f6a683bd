package dev.holdfast.core.policy;

import dev.holdfast.core.gate.GateRules;
import dev.holdfast.core.gate.UnknownRule;
import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Environments and their gates. What an environment does not say comes from the one that it
 * inherits, at last from the gate at the top of the policy.
 */
final class Environments {
    private static final String SECTION = "environments";
    static final List<String> GATE_PARTS = List.of("block", "unknown", "requireChecks");

    private final Settings settings;
    private final Set<String> names;

    Environments(Settings settings) {
        this.settings = settings;
        this.names = settings.names(List.of(SECTION));
    }

    /** The names, in the order of the layers. */
    Set<String> names() {
        return names;
    }

    /** Whether the key says what an environment inherits. */
    static boolean isInherits(List<String> path) {
        return path.size() == 3
                && path.getFirst().equals(SECTION)
                && path.getLast().equals("inherits");
    }

    /** The environment and those that it inherits, itself first; ends before a circle closes. */
    private Set<String> line(String environment) {
        Set<String> line = new LinkedHashSet<>();
        Optional<String> next = Optional.of(environment);
        while (next.isPresent() && line.add(next.get())) {
            next = inherits(next.get()).map(setting -> String.valueOf(setting.value()));
        }
        return line;
    }

    private Optional<Setting> inherits(String environment) {
        return settings.find(List.of(SECTION, environment, "inherits"));
    }

    /** A part of the gate in force at an environment, with the place that set it. */
    Setting inForce(String environment, String part) {
        return line(environment).stream()
                .flatMap(each -> settings.find(gatePart(each, part)).stream())
                .findFirst()
                .orElseGet(() -> top(part));
    }

    private Setting top(String part) {
        return settings.find(List.of("gate", part)).orElseThrow();
    }

    /** The key of a part of the gate of an environment. */
    static List<String> gatePart(String environment, String part) {
        return List.of(SECTION, environment, "gate", part);
    }

    /** What the environments have from others, each under the key where it is in force. */
    List<Setting> inherited() {
        List<Setting> inherited = new ArrayList<>();
        for (String name : names) {
            for (String part : GATE_PARTS) {
                Setting source = inForce(name, part);
                List<String> path = gatePart(name, part);
                if (!path.equals(source.path())) {
                    String layer = source.layer() + ", through " + source.key();
                    inherited.add(new Setting(path, source.value(), layer));
                }
            }
        }
        return inherited;
    }

    /** What is wrong with the inheritance, each at the setting that says what to inherit. */
    List<Wrong> wrong() {
        List<Wrong> wrong = new ArrayList<>();
        for (String name : names) {
            Setting setting = inherits(name).orElse(null);
            if (setting == null) {
                continue;
            }
            String parent = String.valueOf(setting.value());
            if (!names.contains(parent)) {
                String near =
                        Nearest.of(parent, names)
                                .map(each -> ", did you mean '" + each + "'?")
                                .orElse("");
                wrong.add(new Wrong(setting, "there is no environment '" + parent + "'" + near));
            } else if (line(parent).contains(name)) {
                String circle = name + " -> " + String.join(" -> ", line(parent));
                wrong.add(
                        new Wrong(
                                setting, "environments inherit each other in a circle: " + circle));
            }
        }
        return wrong;
    }

    /** Something wrong with a setting. */
    record Wrong(Setting setting, String message) {}

    /** The gate of an environment, or the top one. */
    GateRules gate(Optional<String> environment) {
        Function<String, Setting> part =
                name -> environment.map(each -> inForce(each, name)).orElseGet(() -> top(name));
        return new GateRules(
                environment.orElse("default"),
                texts(part.apply("block")).stream()
                        .map(word -> Severity.ofWord(word).orElseThrow())
                        .collect(Collectors.toSet()),
                part.apply("unknown").value().equals("warn") ? UnknownRule.WARN : UnknownRule.BLOCK,
                texts(part.apply("requireChecks")).stream()
                        .map(CheckId::new)
                        .collect(Collectors.toSet()));
    }

    private static List<String> texts(Setting setting) {
        return ((List<?>) setting.value()).stream().map(String::valueOf).toList();
    }
}
