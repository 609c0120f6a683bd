package dev.holdfast.core.policy;

import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that can be locked. A lock of a key that nothing has would hold nothing. */
final class LockKeys {
    private final Shape.Keys shape;
    private final KnownChecks checks;

    LockKeys(Shape.Keys shape, KnownChecks checks) {
        this.shape = shape;
        this.checks = checks;
    }

    /**
     * The keys of a list that name nothing.
     *
     * @param list the value of {@code lock}, or null
     * @param settings what is in force where it stands
     */
    List<PolicyProblem> unknown(@Nullable YamlNode list, Settings settings, String file) {
        List<YamlScalar> keys = Values.scalars(list);
        List<PolicyProblem> problems = new ArrayList<>();
        if (keys.isEmpty()) {
            return problems;
        }
        Set<String> known = new LinkedHashSet<>();
        shape.keys()
                .forEach((key, part) -> {
                    if (!Settings.STRUCTURE.contains(key)) {
                        collect(part, List.of(key), settings, known);
                    }
                });
        for (YamlScalar key : keys) {
            if (!known.contains(key.text())) {
                String near =
                        Nearest.ofKey(key.text(), known)
                                .map(each -> ", did you mean '" + each + "'?")
                                .orElse("");
                problems.add(
                        PolicyProblem.at(
                                file, key, "there is no key '" + key.text() + "' to lock" + near));
            }
        }
        return problems;
    }

    private void collect(Shape part, List<String> path, Settings settings, Set<String> known) {
        known.add(String.join(".", path));
        switch (part) {
            case Shape.Keys keys ->
                    keys.keys()
                            .forEach((key, below) ->
                                    collect(below, with(path, key), settings, known));
            case Shape.Names names -> {
                Set<String> used = new LinkedHashSet<>(settings.names(path));
                if (path.equals(List.of("checks"))) {
                    used.addAll(checks.ids());
                    // An area is the first half of an id.
                    checks.ids()
                            .forEach(id -> known.add("checks." + id.substring(0, id.indexOf('.'))));
                }
                used.forEach(name -> collect(names.value(), with(path, name), settings, known));
            }
            case Shape.Either _, Shape.Leaf _ -> {}
        }
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
