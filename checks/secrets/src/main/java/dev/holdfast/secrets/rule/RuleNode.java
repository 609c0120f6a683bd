package dev.holdfast.secrets.rule;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.CoreType;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mapping of a file of rules, read strictly: every problem is told with its place.
 *
 * @param file as its user knows it
 */
record RuleNode(String file, YamlMapping mapping) {
    private static final String HINT = "docs/secrets-user-rules.md tells the form of a rule";
    private static final int LONGEST = 2_000;
    private static final int MOST_ITEMS = 200;

    /** The mapping that the node is. */
    static RuleNode of(String file, YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return new RuleNode(file, mapping);
        }
        throw problem(
                file, node.line(), node.column(), "a mapping belongs here, not " + node.kind());
    }

    /** Refuses keys that are not known. */
    void only(Set<String> known) {
        for (YamlEntry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                throw problem(
                        file,
                        entry.keyLine(),
                        entry.keyColumn(),
                        "unknown key '"
                                + entry.key()
                                + "'; the keys are "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    boolean has(String key) {
        return mapping.entry(key).isPresent();
    }

    Optional<YamlNode> node(String key) {
        return mapping.entry(key).map(YamlEntry::value);
    }

    String text(String key) {
        return maybe(key).orElseThrow(() -> here("the key '" + key + "' is missing"));
    }

    Optional<String> maybe(String key) {
        return node(key).map(this::text);
    }

    String text(YamlNode node) {
        if (node instanceof YamlScalar scalar
                && CoreType.of(scalar) == CoreType.TEXT
                && !scalar.text().isBlank()
                && scalar.text().length() <= LONGEST) {
            return scalar.text();
        }
        throw at(node, "a text belongs here" + quotes(node));
    }

    private static String quotes(YamlNode node) {
        return node instanceof YamlScalar ? "; put it in quotes when it is one" : "";
    }

    boolean flag(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return false;
        }
        if (node.get() instanceof YamlScalar scalar && CoreType.of(scalar) == CoreType.FLAG) {
            return scalar.text().equalsIgnoreCase("true");
        }
        throw at(node.get(), "true or false belongs here");
    }

    /** A whole number from 0 to 99; 0 when it is not there. */
    int number(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return 0;
        }
        if (node.get() instanceof YamlScalar scalar && scalar.text().matches("[0-9]{1,2}")) {
            return Integer.parseInt(scalar.text());
        }
        throw at(node.get(), "a number from 0 to 99 belongs here");
    }

    /** The items of a list; none when it is not there. */
    List<YamlNode> items(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof YamlSequence list
                && !list.items().isEmpty()
                && list.items().size() <= MOST_ITEMS) {
            return list.items();
        }
        throw at(node.get(), "a list of 1 to " + MOST_ITEMS + " belongs here");
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        items(key).forEach(item -> texts.add(text(item)));
        return texts;
    }

    /** A problem of the mapping as a whole. */
    UserProblem here(String message) {
        return problem(file, mapping.line(), mapping.column(), message);
    }

    /** A problem of the value under a key, or of the whole when it is not there. */
    UserProblem at(String key, String message) {
        return node(key).map(node -> at(node, message)).orElseGet(() -> here(message));
    }

    UserProblem at(YamlNode node, String message) {
        return problem(file, node.line(), node.column(), message);
    }

    private static UserProblem problem(String file, int line, int column, String message) {
        return new UserProblem(file + ":" + line + ":" + column + ": " + message, HINT);
    }
}
