package dev.holdfast.secrets.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.policy.PolicyItem;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that a policy adds to those that are shipped (policy key {@code secrets.rules}). */
public final class UserRules {
    /** Of a policy that adds none. */
    public static final UserRules NONE = new UserRules(List.of());

    private final List<RuleEntry> entries;

    private UserRules(List<RuleEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads rules and tries their examples.
     *
     * @param items the list under the key
     * @param file as its user knows it
     * @param others the checks whose ids no rule may have
     * @param random what fills the examples
     * @throws dev.holdfast.core.problem.UserProblem with {@code file:line:column} when a rule is
     *     wrong, or does not find what its examples say
     */
    public static UserRules checked(
            List<YamlNode> items, String file, List<CheckInfo> others, Random random) {
        Set<String> taken = new HashSet<>();
        for (CheckInfo each : others) {
            String id = each.id().value();
            taken.add(id.substring(id.indexOf('.') + 1));
        }
        List<RuleEntry> rules = RuleReader.user(items, file, taken);
        for (int i = 0; i < rules.size(); i++) {
            new UserExamples(rules.get(i), RuleNode.of(file, items.get(i)), random).check();
        }
        return rules.isEmpty() ? NONE : new UserRules(rules);
    }

    /** The rules in force, which were checked when their policy was read. */
    public static UserRules of(List<PolicyItem> items) {
        List<RuleEntry> rules = new ArrayList<>();
        for (PolicyItem item : items) {
            rules.addAll(RuleReader.user(List.of(item.node()), item.file(), Set.of()));
        }
        return rules.isEmpty() ? NONE : new UserRules(rules);
    }

    List<RuleEntry> entries() {
        return entries;
    }

    /** What is told of each. */
    public List<TokenRule> told() {
        return entries.stream().map(each -> each.kind().rule()).collect(Collectors.toList());
    }
}
