package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The kinds of tokens that are known by their form. */
public final class RuleSet {
    private final List<Recognizer> recognizers = new ArrayList<>();
    private final List<TokenRule> rules = new ArrayList<>();

    private RuleSet() {}

    /** The first-class kinds: distinctive literals, next to no false positives. */
    public static RuleSet firstClass() {
        RuleSet set = new RuleSet();
        PaymentRules.all().forEach(set::add);
        CloudRules.all().forEach(set::add);
        SourceRules.all().forEach(set::add);
        ArtificialIntelligenceRules.all().forEach(set::add);
        MessagingRules.all().forEach(set::add);
        ServiceRules.all().forEach(set::add);
        StructuredRules.addTo(set);
        set.rules.sort(Comparator.comparing(rule -> rule.info().id()));
        return set;
    }

    private void add(PrefixRule rule) {
        add(rule, List.of(rule.rule()));
    }

    void add(Recognizer recognizer, List<TokenRule> told) {
        recognizers.add(recognizer);
        rules.addAll(told);
    }

    /** What finds them. */
    public List<Recognizer> recognizers() {
        return List.copyOf(recognizers);
    }

    /** What is told of them, by id; no id stands twice. */
    public List<TokenRule> rules() {
        return List.copyOf(rules);
    }
}
