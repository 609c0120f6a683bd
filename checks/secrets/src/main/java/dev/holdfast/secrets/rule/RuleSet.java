package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The kinds of tokens that are known by their form. */
public final class RuleSet {
    private final List<Recognizer> recognizers = new ArrayList<>();
    private final List<Described> rules = new ArrayList<>();

    private RuleSet() {}

    /** The first-class kinds: distinctive literals, next to no false positives. */
    public static RuleSet firstClass() {
        RuleSet set = coded();
        RuleResource.shipped().stream().filter(each -> each.keywords().isEmpty()).forEach(set::add);
        set.sort();
        return set;
    }

    /** Those of them that are not written down as data. */
    static RuleSet coded() {
        RuleSet set = new RuleSet();
        PaymentRules.all().forEach(set::add);
        SupabaseRules.all().forEach(set::add);
        GoogleRules.all().forEach(set::add);
        CloudRules.all().forEach(set::add);
        AzureRules.all().forEach(set::add);
        SourceRules.all().forEach(set::add);
        RegistryRules.all().forEach(set::add);
        VaultRules.all().forEach(set::add);
        ArtificialIntelligenceRules.all().forEach(set::add);
        MessagingRules.all().forEach(set::add);
        MailRules.all().forEach(set::add);
        ServiceRules.all().forEach(set::add);
        ObservabilityRules.all().forEach(set::add);
        MessagingRules.webhooks().forEach(rule -> set.add(rule, List.of(rule.described())));
        List.of(
                        AzureRules.clientSecret(),
                        VaultRules.terraform(),
                        MessagingRules.telegram(),
                        MailRules.mailchimp())
                .forEach(rule -> set.add(rule, List.of(rule.described())));
        StructuredRules.addTo(set);
        set.sort();
        return set;
    }

    /** The same, the kinds that are known by their form and a name beside it, and the guess. */
    public static RuleSet all() {
        RuleSet set = firstClass();
        RuleResource.shipped().stream()
                .filter(each -> !each.keywords().isEmpty())
                .forEach(set::add);
        GenericRule generic = new GenericRule();
        set.add(generic, List.of(generic.described()));
        set.sort();
        return set;
    }

    private void sort() {
        rules.sort(Comparator.comparing(each -> each.rule().info().id()));
    }

    private void add(RuleEntry entry) {
        add(WrittenRules.recognizer(entry), List.of(WrittenRules.described(entry)));
    }

    private void add(PrefixRule rule) {
        add(rule, List.of(rule.described()));
    }

    void add(Recognizer recognizer, List<Described> told) {
        recognizers.add(recognizer);
        rules.addAll(told);
    }

    /** What finds them. */
    public List<Recognizer> recognizers() {
        return List.copyOf(recognizers);
    }

    /** What is told of them, by id; no id stands twice. */
    public List<TokenRule> rules() {
        return rules.stream().map(Described::rule).toList();
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
