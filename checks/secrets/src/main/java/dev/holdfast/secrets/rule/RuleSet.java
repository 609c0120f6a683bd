package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.Manner.Code;
import dev.holdfast.secrets.rule.Manner.Context;
import dev.holdfast.secrets.rule.Manner.FormEntry;
import dev.holdfast.secrets.rule.Manner.Forms;
import dev.holdfast.secrets.rule.Manner.Url;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of tokens that are known by their form. */
public final class RuleSet {
    private final List<RuleEntry> entries;
    private final List<Recognizer> recognizers;
    private final List<Described> others;

    private RuleSet(List<RuleEntry> entries, List<Recognizer> recognizers, List<Described> others) {
        this.others = List.copyOf(others);
        this.entries = List.copyOf(entries);
        this.recognizers = List.copyOf(recognizers);
    }

    /** The first-class kinds: distinctive literals, next to no false positives. */
    public static RuleSet firstClass() {
        return BuiltInRules.FirstClass.RULES;
    }

    /** The same, the kinds that are known by a form and a name beside it, and the guess. */
    public static RuleSet all() {
        return BuiltInRules.All.RULES;
    }

    /** These and those of a policy, which are found wherever others of their form are. */
    public RuleSet with(UserRules own) {
        if (own.entries().isEmpty()) {
            return this;
        }
        RuleSet made = of(own.entries());
        List<RuleEntry> all = new ArrayList<>(entries);
        all.addAll(own.entries());
        List<Recognizer> more = new ArrayList<>(recognizers);
        more.addAll(made.recognizers);
        return new RuleSet(all, more, others);
    }

    /** The same with recognisers that are no data. */
    RuleSet with(Guess guess) {
        List<Recognizer> more = new ArrayList<>(recognizers);
        more.addAll(guess.recognizers());
        List<Described> also = new ArrayList<>(others);
        also.add(guess.described());
        return new RuleSet(entries, more, also);
    }

    /**
     * The rules of those entries.
     *
     * @throws BadForm when one cannot be made
     */
    static RuleSet of(List<RuleEntry> entries) {
        Map<String, Kind> coded = new HashMap<>();
        for (RuleEntry entry : entries) {
            if (entry.manner() instanceof Code code) {
                coded.put(code.code(), entry.kind());
            }
        }
        // A cold machine runs this before every scan: no streams, no texts that nobody reads.
        List<Recognizer> recognizers = new ArrayList<>();
        for (RuleEntry entry : entries) {
            if (entry.manner() instanceof Code code) {
                recognizers.addAll(parsed(code).recognizers(coded));
            } else {
                recognizers.add(formRule(entry));
            }
        }
        return new RuleSet(entries, recognizers, List.of());
    }

    private static Parsed parsed(Code code) {
        Parsed parsed = Parsed.of(code.code());
        if (parsed == null) {
            throw new BadForm("no code " + code.code());
        }
        return parsed;
    }

    private static FormRule formRule(RuleEntry entry) {
        Manner manner = entry.manner();
        if (manner instanceof Forms forms) {
            return FormRules.of(entry, forms);
        }
        if (manner instanceof Url url) {
            return new WebhookRule(entry.kind(), url.hosts(), url.path());
        }
        if (manner instanceof Context context) {
            return ContextRule.of(entry.kind(), context);
        }
        throw new BadForm("code is no form");
    }

    /** What finds them. */
    public List<Recognizer> recognizers() {
        return recognizers;
    }

    /** What is told of them, by id; no id stands twice. */
    public List<TokenRule> rules() {
        List<TokenRule> rules = new ArrayList<>();
        entries.forEach(each -> rules.add(each.kind().rule()));
        others.forEach(each -> rules.add(each.rule()));
        rules.sort(Comparator.comparing(each -> each.info().id()));
        return rules;
    }

    /** What is told of every kind, without making what finds them. */
    public static List<TokenRule> told() {
        List<TokenRule> told = new ArrayList<>();
        BuiltInRules.ENTRIES.forEach(each -> told.add(each.kind().rule()));
        told.add(new Guess().described().rule());
        told.sort(Comparator.comparing(each -> each.info().id()));
        return told;
    }

    /** The literals that tokens begin with, and the hosts of URLs that are passwords. */
    List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (Recognizer each : recognizers) {
            if (each instanceof PrefixRule || each instanceof WebhookRule) {
                literals.addAll(each.anchors());
            }
        }
        return literals;
    }

    /** The same with what their page says, by id. */
    List<Described> described() {
        List<Described> described = new ArrayList<>(others);
        for (RuleEntry entry : entries) {
            String recognised =
                    entry.manner() instanceof Code code
                            ? code.recognised()
                            : formRule(entry).recognised();
            described.add(
                    new Described(
                            entry.kind().rule(), recognised, digits(entry), entry.otherwise()));
        }
        described.sort(Comparator.comparing(each -> each.rule().info().id()));
        return described;
    }

    /** By what the rule of that id finds a token, as its page says it. */
    public Optional<String> recognised(CheckId id) {
        return described().stream()
                .filter(each -> each.rule().info().id().equals(id))
                .map(Described::recognised)
                .findFirst();
    }

    private static CheckDigits digits(RuleEntry entry) {
        if (entry.manner() instanceof Forms forms) {
            for (FormEntry form : forms.forms()) {
                if (form.digits() != CheckDigits.NONE) {
                    return form.digits();
                }
            }
        }
        return CheckDigits.NONE;
    }
}
