package dev.holdfast.secrets.rule;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a file of rules: a sequence of mappings, one for each rule. */
final class RuleFile {
    private static final Set<String> KEYS =
            Set.of(
                    "id",
                    "name",
                    "provider",
                    "severity",
                    "power",
                    "rotation",
                    "source",
                    "form",
                    "forms",
                    "keywords",
                    "examples",
                    "others");

    private final String file;

    private RuleFile(String file) {
        this.file = file;
    }

    /**
     * The rules of a file.
     *
     * @throws UserProblem when it is none, with the place
     */
    static List<RuleEntry> read(byte[] bytes, String name) {
        return new RuleFile(name).all(StrictYaml.read(bytes, name));
    }

    private List<RuleEntry> all(YamlNode node) {
        if (!(node instanceof YamlSequence sequence)) {
            throw bad(node, "a file of rules is a list");
        }
        return sequence.items().stream().map(this::one).toList();
    }

    private RuleEntry one(YamlNode node) {
        if (!(node instanceof YamlMapping rule)) {
            throw bad(node, "a rule is a mapping");
        }
        for (YamlEntry each : rule.entries()) {
            if (!KEYS.contains(each.key())) {
                throw bad(each.keyLine(), each.keyColumn(), "unknown key '" + each.key() + "'");
            }
        }
        List<String> forms = new ArrayList<>(texts(rule, "forms"));
        rule.entry("form").ifPresent(entry -> forms.add(text(entry.value())));
        String id = text(rule, "id");
        if (!CheckId.isValid("secrets." + id) || forms.isEmpty()) {
            throw bad(node, "a rule has a valid id and a form");
        }
        for (String form : forms) {
            try {
                FormText.read(form);
            } catch (BadForm badForm) {
                throw bad(node, id + ": " + badForm.what());
            }
        }
        return new RuleEntry(
                id,
                text(rule, "name"),
                text(rule, "provider"),
                severity(rule),
                text(rule, "power"),
                text(rule, "rotation"),
                text(rule, "source"),
                forms,
                texts(rule, "keywords"),
                texts(rule, "examples"),
                texts(rule, "others"));
    }

    private Severity severity(YamlMapping rule) {
        String word = text(rule, "severity");
        for (Severity each : Severity.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw bad(rule, "'" + word.toLowerCase(Locale.ROOT) + "' is no severity");
    }

    private String text(YamlMapping rule, String key) {
        return text(
                rule.entry(key)
                        .orElseThrow(() -> bad(rule, "the key '" + key + "' is missing"))
                        .value());
    }

    private String text(YamlNode node) {
        if (node instanceof YamlScalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        throw bad(node, "a text belongs here");
    }

    private List<String> texts(YamlMapping rule, String key) {
        return rule.entry(key)
                .map(entry -> {
                    if (!(entry.value() instanceof YamlSequence sequence)) {
                        throw bad(entry.value(), "'" + key + "' is a list");
                    }
                    return sequence.items().stream().map(this::text).toList();
                })
                .orElse(List.of());
    }

    private UserProblem bad(YamlNode node, String why) {
        return bad(node.line(), node.column(), why);
    }

    private UserProblem bad(int line, int column, String why) {
        return new UserProblem(
                file + ":" + line + ":" + column + ": " + why,
                "docs/secrets-rules.md has the form");
    }
}
