package dev.holdfast.secrets.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The examples of every rule, by its id behind {@code secrets.}. */
public final class RuleExamples {

    private RuleExamples() {}

    public static Map<String, List<Examples>> byRule(long seed) {
        TokenForge forge = new TokenForge(seed);
        List<Examples> all = new ArrayList<>();
        Specs.all().forEach(spec -> all.add(Examples.of(spec, forge)));
        all.addAll(InfixExamples.all(forge));
        all.addAll(WebhookExamples.all(forge));
        all.addAll(StructuredExamples.all(forge));
        Map<String, List<Examples>> byRule = new HashMap<>();
        all.forEach(each -> byRule.computeIfAbsent(each.rule(), _ -> new ArrayList<>()).add(each));
        return byRule;
    }
}
