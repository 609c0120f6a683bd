package dev.holdfast.core.policy;

import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shape cannot say of one file: that checks exist, and that it stays within reason. */
final class Meaning {
    private static final int MOST_ENVIRONMENTS = 50;
    private static final int MOST_LOCKS = 200;

    private final KnownChecks checks;
    private final String file;
    private final List<PolicyProblem> problems = new ArrayList<>();

    Meaning(KnownChecks checks, String file) {
        this.checks = checks;
        this.file = file;
    }

    /** What is more than anybody needs, in a file that has the shape. */
    List<PolicyProblem> sizes(YamlNode root) {
        if (Values.child(root, "environments") instanceof YamlMapping each) {
            atMost(MOST_ENVIRONMENTS, each.entries().size(), each, "environments");
        }
        locks(Values.child(root, "lock"));
        Values.items(Values.child(root, "extends"))
                .forEach(item -> locks(Values.child(item, "lock")));
        return List.copyOf(problems);
    }

    /** The checks that are named and are not there; what is extended may bring some. */
    List<PolicyProblem> unknown(YamlNode root) {
        if (Values.child(root, "checks") instanceof YamlMapping each) {
            each.entries().forEach(entry -> known(entry.key(), entry.keyLine(), entry.keyColumn()));
        }
        required(Values.child(root, "gate"));
        if (Values.child(root, "environments") instanceof YamlMapping each) {
            each.entries().forEach(entry -> required(Values.child(entry.value(), "gate")));
        }
        return List.copyOf(problems);
    }

    private void locks(@Nullable YamlNode list) {
        if (list instanceof YamlSequence keys) {
            atMost(MOST_LOCKS, keys.items().size(), keys, "locked keys");
        }
    }

    private void atMost(int most, int size, YamlNode node, String what) {
        if (size > most) {
            problems.add(PolicyProblem.at(file, node, size + " " + what + ", more than " + most));
        }
    }

    private void required(@Nullable YamlNode gate) {
        for (YamlScalar id : Values.scalars(Values.child(gate, "requireChecks"))) {
            known(id.text(), id.line(), id.column());
        }
    }

    private void known(String id, int line, int column) {
        if (problems.size() < Validator.MOST_PROBLEMS && !checks.ids().contains(id)) {
            String near =
                    Nearest.of(id, checks.ids())
                            .map(each -> ", did you mean '" + each + "'?")
                            .orElse("; holdfast explain lists every id");
            problems.add(
                    new PolicyProblem(file, line, column, "there is no check '" + id + "'" + near));
        }
    }
}
