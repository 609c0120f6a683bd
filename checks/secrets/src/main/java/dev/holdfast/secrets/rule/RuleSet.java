package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.Manner.Code;
import dev.holdfast.secrets.rule.Manner.Context;
import dev.holdfast.secrets.rule.Manner.Forms;
import dev.holdfast.secrets.rule.Manner.Url;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of tokens that are known by their form. */
public final class RuleSet {
    private final List<Recognizer> recognizers = new ArrayList<>();
    private final List<Described> rules = new ArrayList<>();
    private final Map<String, Confidence> confidences = new HashMap<>();

    private RuleSet() {}

    /** The first-class kinds: distinctive literals, next to no false positives. */
    public static RuleSet firstClass() {
        return BuiltInRules.FIRST_CLASS;
    }

    /**
     * The rules of those entries.
     *
     * @throws BadForm when one cannot be made
     */
    static RuleSet of(List<RuleEntry> entries) {
        RuleSet set = new RuleSet();
        Map<String, Kind> coded = new HashMap<>();
        for (RuleEntry entry : entries) {
            if (entry.manner() instanceof Code code) {
                coded.put(code.code(), entry.kind());
            }
        }
        for (RuleEntry entry : entries) {
            set.add(entry, coded);
        }
        set.rules.sort(Comparator.comparing(each -> each.rule().info().id()));
        return set;
    }

    private void add(RuleEntry entry, Map<String, Kind> coded) {
        TokenRule rule = entry.kind().rule();
        CheckDigits digits = CheckDigits.NONE;
        String recognised =
                switch (entry.manner()) {
                    case Forms forms -> {
                        digits =
                                forms.forms().stream()
                                        .map(Manner.FormEntry::digits)
                                        .reduce(CheckDigits.NONE, RuleSet::stronger);
                        yield add(FormRules.of(entry, forms));
                    }
                    case Url url -> add(new WebhookRule(entry.kind(), url.hosts(), url.path()));
                    case Context _ -> throw new BadForm("not yet");
                    case Code code -> {
                        Parsed parsed =
                                Parsed.of(code.code())
                                        .orElseThrow(() -> new BadForm("no code " + code.code()));
                        recognizers.addAll(parsed.recognizers(coded));
                        yield code.recognised();
                    }
                };
        rules.add(new Described(rule, recognised, digits, entry.otherwise()));
        confidences.put(entry.kind().id(), entry.confidence());
    }

    private String add(FormRule rule) {
        recognizers.add(rule);
        return rule.recognised();
    }

    private static CheckDigits stronger(CheckDigits one, CheckDigits other) {
        return one == CheckDigits.NONE ? other : one;
    }

    /** What finds them. */
    public List<Recognizer> recognizers() {
        return List.copyOf(recognizers);
    }

    /** What is told of them, by id; no id stands twice. */
    public List<TokenRule> rules() {
        return rules.stream().map(Described::rule).toList();
    }

    /** How sure what a rule of this set finds is, before its check digits are looked at. */
    public Confidence confidence(TokenRule rule) {
        String id = rule.info().id().value().substring("secrets.".length());
        return confidences.getOrDefault(id, Confidence.LOW);
    }

    /** The literals that tokens begin with, and the hosts of URLs that are passwords. */
    List<String> literals() {
        return recognizers.stream()
                .filter(each -> each instanceof PrefixRule || each instanceof WebhookRule)
                .flatMap(each -> each.anchors().stream())
                .toList();
    }

    /** The same with what their page says. */
    List<Described> described() {
        return List.copyOf(rules);
    }
}
