package dev.holdfast.secrets.rule;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.secrets.engine.Confidence;
import dev.holdfast.secrets.rule.Manner.Code;
import dev.holdfast.secrets.rule.Manner.Context;
import dev.holdfast.secrets.rule.Manner.FormEntry;
import dev.holdfast.secrets.rule.Manner.Forms;
import dev.holdfast.secrets.rule.Manner.Near;
import dev.holdfast.secrets.rule.Manner.Url;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads rules from YAML, strictly: the shipped ones at build time, and those of a policy. */
final class RuleReader {
    private static final Set<String> MANNERS = Set.of("forms", "url", "context", "code");
    private static final Set<String> BUILT_IN =
            Set.of(
                    "id",
                    "name",
                    "provider",
                    "severity",
                    "confidence",
                    "power",
                    "rotation",
                    "source",
                    "otherwise",
                    "forms",
                    "checksum",
                    "word",
                    "judge",
                    "mixture",
                    "near",
                    "url",
                    "context",
                    "code",
                    "recognised",
                    "examples",
                    "counterExamples");
    // What needs code is not for a policy.
    private static final Set<String> CODE = Set.of("judge", "code", "recognised", "otherwise");

    private final String file;
    private final boolean user;
    private final Set<String> taken;

    private RuleReader(String file, boolean user, Set<String> taken) {
        this.file = file;
        this.user = user;
        this.taken = Set.copyOf(taken);
    }

    /** The rules of one shipped file. */
    static List<RuleEntry> shipped(byte[] yaml, String file) {
        RuleNode root = RuleNode.of(file, StrictYaml.read(yaml, file));
        root.only(Set.of("rules"));
        return new RuleReader(file, false, Set.of()).all(root.items("rules"));
    }

    /**
     * The rules of a policy, from the list under its key.
     *
     * @param taken the ids that none may have, without {@code secrets.}
     */
    static List<RuleEntry> user(List<YamlNode> items, String file, Set<String> taken) {
        return new RuleReader(file, true, taken).all(items);
    }

    private List<RuleEntry> all(List<YamlNode> items) {
        List<RuleEntry> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode item : items) {
            RuleNode node = RuleNode.of(file, item);
            RuleEntry rule = rule(node);
            if (user && taken.contains(rule.kind().id())) {
                throw node.at(
                        "id",
                        "the id '"
                                + rule.kind().id()
                                + "' is one of Holdfast's own; choose another, such as 'our-"
                                + rule.kind().id()
                                + "'");
            }
            if (!ids.add(rule.kind().id())) {
                throw node.at("id", "the id '" + rule.kind().id() + "' stands twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    private RuleEntry rule(RuleNode node) {
        Set<String> known = new HashSet<>(BUILT_IN);
        if (user) {
            known.removeAll(CODE);
        }
        node.only(known);
        String id = node.text("id");
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || id.length() > 60) {
            throw node.at("id", "an id is made of small letters, digits and hyphens");
        }
        Manner manner = manner(node);
        Kind kind =
                new Kind(
                        id,
                        node.text("name"),
                        text(node, "provider", "its issuer"),
                        severity(node, "severity"),
                        text(node, "power", "opens what it was made for"),
                        text(node, "rotation", "its issuer"),
                        sure(node, manner));
        RuleEntry rule =
                new RuleEntry(
                        kind,
                        text(node, "source", ""),
                        node.maybe("otherwise").orElseGet(() -> otherwise(manner)),
                        manner,
                        node.texts("examples"),
                        node.texts("counterExamples"));
        if (user) {
            demand(node, rule);
        }
        check(node, rule);
        return rule;
    }

    /** What a policy calls harmless must not hide what another rule is less sure of. */
    private Confidence sure(RuleNode node, Manner manner) {
        Confidence told =
                confidence(node, manner instanceof Context ? Confidence.MEDIUM : Confidence.HIGH);
        boolean harmless = severity(node, "severity").compareTo(Severity.LOW) >= 0;
        return user && harmless ? Confidence.LOW : told;
    }

    private String text(RuleNode node, String key, String otherwise) {
        return user ? node.maybe(key).orElse(otherwise) : node.text(key);
    }

    private static String otherwise(Manner manner) {
        if (!(manner instanceof Forms forms) || forms.near().words().isEmpty()) {
            return "";
        }
        String words = String.join(" or ", forms.near().words());
        return forms.near().otherwise().isEmpty()
                ? "only near the word " + words
                : forms.near().otherwise() + " unless " + words + " stands near";
    }

    private static Severity severity(RuleNode node, String key) {
        return Severity.ofWord(node.text(key))
                .orElseThrow(
                        () -> node.at(key, "a severity is critical, high, medium, low or info"));
    }

    private static Confidence confidence(RuleNode node, Confidence otherwise) {
        Optional<String> word = node.maybe("confidence");
        for (Confidence each : Confidence.values()) {
            if (word.filter(each.word()::equals).isPresent()) {
                return each;
            }
        }
        if (word.isPresent()) {
            throw node.at("confidence", "a confidence is high, medium or low");
        }
        return otherwise;
    }

    private Manner manner(RuleNode node) {
        List<String> there = MANNERS.stream().filter(node::has).toList();
        if (there.size() != 1) {
            throw node.here(
                    user
                            ? "a rule has one of forms, url and context"
                            : "a rule has one of forms, url, context and code");
        }
        return switch (there.getFirst()) {
            case "forms" -> forms(node);
            case "url" -> url(node);
            case "context" -> context(node);
            default -> new Code(node.text("code"), node.text("recognised"));
        };
    }

    private Forms forms(RuleNode node) {
        CheckDigits all = digits(node);
        List<FormEntry> forms = new ArrayList<>();
        for (YamlNode item : node.items("forms")) {
            if (item instanceof YamlMapping) {
                RuleNode own = RuleNode.of(file, item);
                own.only(Set.of("form", "checksum"));
                forms.add(new FormEntry(own.text("form"), digits(own)));
            } else {
                forms.add(new FormEntry(node.text(item), all));
            }
        }
        return new Forms(
                forms,
                node.flag("word"),
                node.maybe("judge").orElse(""),
                node.number("mixture"),
                near(node));
    }

    private static CheckDigits digits(RuleNode node) {
        Optional<String> word = node.maybe("checksum");
        for (CheckDigits each : CheckDigits.values()) {
            if (word.filter(each.word()::equals).isPresent()) {
                return each;
            }
        }
        if (word.isPresent()) {
            throw node.at("checksum", "no checksum of that name is known");
        }
        return CheckDigits.NONE;
    }

    private Near near(RuleNode node) {
        Optional<YamlNode> near = node.node("near");
        if (near.isEmpty()) {
            return Near.NOTHING;
        }
        RuleNode own = RuleNode.of(file, near.get());
        own.only(Set.of("words", "otherwise"));
        List<String> words = lower(own, "words");
        return own.has("otherwise")
                ? new Near(words, severity(own, "otherwise").word())
                : new Near(words, "");
    }

    private Url url(RuleNode node) {
        RuleNode own = RuleNode.of(file, node.node("url").orElseThrow());
        own.only(Set.of("hosts", "path"));
        return new Url(required(own, "hosts"), own.text("path"));
    }

    private Context context(RuleNode node) {
        RuleNode own = RuleNode.of(file, node.node("context").orElseThrow());
        own.only(Set.of("words", "names", "values"));
        required(own, "words");
        return new Context(lower(own, "words"), lower(own, "names"), required(own, "values"));
    }

    private static List<String> required(RuleNode node, String key) {
        if (!node.has(key)) {
            throw node.here("the key '" + key + "' is missing");
        }
        return node.texts(key);
    }

    private static List<String> lower(RuleNode node, String key) {
        List<String> words = node.texts(key);
        for (String word : words) {
            if (!isLower(word) || word.length() < FormRules.FEWEST) {
                throw node.at(
                        key,
                        "words are in small letters of ASCII, of at least 3 characters: " + word);
            }
        }
        return words;
    }

    private static boolean isLower(String word) {
        return word.equals(word.toLowerCase(Locale.ROOT))
                && word.chars().allMatch(each -> each > 0 && each < 0x7F);
    }

    private static void demand(RuleNode node, RuleEntry rule) {
        try {
            UserDemands.check(node, rule);
        } catch (BadForm bad) {
            throw wrong(node, rule.manner(), bad);
        }
    }

    /** Makes the rule, so that what is wrong with a form is told at its place. */
    private static void check(RuleNode node, RuleEntry rule) {
        if (rule.manner() instanceof Forms forms
                && !forms.judge().isEmpty()
                && FormRules.judging(forms.judge()).isEmpty()) {
            throw node.at("judge", "no judge of that name is known");
        }
        try {
            if (!(rule.manner() instanceof Code)) {
                RuleSet.of(List.of(rule));
            }
        } catch (BadForm bad) {
            throw wrong(node, rule.manner(), bad);
        }
    }

    private static UserProblem wrong(RuleNode node, Manner manner, BadForm bad) {
        String key =
                switch (manner) {
                    case Forms _ -> "forms";
                    case Url _ -> "url";
                    case Context _ -> "context";
                    case Code _ -> "code";
                };
        return node.at(key, bad.what());
    }
}
