package dev.holdfast.core.policy;

import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.yaml.CoreType;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a file against its shape. The place of a problem is the key's for a key that is unknown,
 * else the value's.
 */
public final class Validator {
    /** More than anybody reads; a large file of nonsense must not fill the memory. */
    public static final int MOST_PROBLEMS = 1_000;

    private final String file;
    private final List<PolicyProblem> problems = new ArrayList<>();

    private Validator(String file) {
        this.file = file;
    }

    /** Everything that is wrong; empty when the file has the shape. */
    public static List<PolicyProblem> validate(YamlNode root, Shape.Keys shape, String file) {
        Validator validator = new Validator(file);
        validator.check(root, shape, "");
        return List.copyOf(validator.problems);
    }

    private void check(YamlNode node, Shape shape, String key) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        switch (shape) {
            case Shape.Keys keys -> keys(node, keys, key);
            case Shape.Either either -> either(node, either, key);
            case Shape.Names names -> names(node, names, key);
            case Shape.ListOf list -> list(node, list, key);
            case Shape.Text text -> text(node, text, key);
            case Shape.WholeNumber number -> number(node, number, key);
            case Shape.Single _ -> {
                if (!(node instanceof YamlScalar scalar)
                        || CoreType.of(scalar) == CoreType.NULL
                        || CoreType.of(scalar) == CoreType.FLOAT
                        || (CoreType.of(scalar) == CoreType.INTEGER
                                && !Values.inRange(scalar, Integer.MIN_VALUE, Integer.MAX_VALUE))) {
                    wrong(node, key, "a text, a whole number, or true or false");
                }
            }
            case Shape.Flag _ -> {
                if (!(node instanceof YamlScalar scalar) || CoreType.of(scalar) != CoreType.FLAG) {
                    wrong(node, key, "true or false");
                }
            }
        }
    }

    private void keys(YamlNode node, Shape.Keys shape, String key) {
        if (!(node instanceof YamlMapping mapping)) {
            wrong(node, key, "a mapping with keys such as " + some(shape.keys().keySet()));
            return;
        }
        for (YamlEntry entry : mapping.entries()) {
            if (problems.size() >= MOST_PROBLEMS) {
                return;
            }
            Shape known = shape.keys().get(entry.key());
            if (known == null) {
                unknown(entry, shape.keys().keySet());
            } else {
                check(entry.value(), known, entry.key());
            }
        }
        for (String required : shape.required()) {
            if (mapping.entry(required).isEmpty()) {
                problem(node, "'" + required + "' is missing" + example(required));
            }
        }
    }

    private static String example(String required) {
        return required.equals("apiVersion")
                ? "; the first line is 'apiVersion: " + CoreShapes.API_VERSION + "'"
                : "";
    }

    private void either(YamlNode node, Shape.Either shape, String key) {
        if (!(node instanceof YamlMapping mapping)) {
            wrong(node, key, "a mapping with one of the keys " + some(shape.byKey().keySet()));
            return;
        }
        List<Shape.Keys> meant =
                shape.byKey().entrySet().stream()
                        .filter(each -> mapping.entry(each.getKey()).isPresent())
                        .map(Map.Entry::getValue)
                        .toList();
        if (meant.size() == 1) {
            keys(node, meant.getFirst(), key);
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        shape.byKey().values().forEach(each -> known.addAll(each.keys().keySet()));
        List<YamlEntry> unknown =
                mapping.entries().stream().filter(each -> !known.contains(each.key())).toList();
        unknown.forEach(entry -> unknown(entry, known));
        if (unknown.isEmpty()) {
            problem(node, "name one of " + some(shape.byKey().keySet()) + " here, and only one");
        }
    }

    private void names(YamlNode node, Shape.Names shape, String key) {
        if (!(node instanceof YamlMapping mapping)) {
            wrong(node, key, "a mapping from " + shape.name().words());
            return;
        }
        for (YamlEntry entry : mapping.entries()) {
            if (shape.name().matches(entry.key())) {
                check(entry.value(), shape.value(), entry.key());
            } else {
                problem(
                        entry.keyLine(),
                        entry.keyColumn(),
                        "'" + entry.key() + "' is not " + shape.name().wordsFor(entry.key()));
            }
        }
    }

    private void list(YamlNode node, Shape.ListOf shape, String key) {
        if (!(node instanceof YamlSequence sequence)) {
            wrong(node, key, "a list");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (YamlNode item : sequence.items()) {
            check(item, shape.item(), key);
            if (item instanceof YamlScalar scalar && !seen.add(scalar.text())) {
                problem(item, "'" + scalar.text() + "' stands twice in the list");
            }
        }
    }

    private void text(YamlNode node, Shape.Text shape, String key) {
        if (!(node instanceof YamlScalar scalar) || CoreType.of(scalar) != CoreType.TEXT) {
            boolean quotable = node instanceof YamlScalar scalar && !scalar.isNull();
            wrong(
                    node,
                    key,
                    !shape.choices().isEmpty()
                            ? "one of " + some(shape.choices())
                            : "a text" + (quotable ? " (put it in quotes)" : ""));
            return;
        }
        String text = scalar.text();
        if (!shape.choices().isEmpty() && !shape.choices().contains(text)) {
            problem(
                    node,
                    "'%s' is not a value of '%s'%s (one of %s)"
                            .formatted(
                                    text,
                                    key,
                                    meant(text, shape.choices()),
                                    some(shape.choices())));
        }
        Shape.Form form = shape.form();
        if (form != null && !form.matches(text)) {
            problem(node, "'" + text + "' is not " + form.wordsFor(text));
        }
    }

    private void number(YamlNode node, Shape.WholeNumber shape, String key) {
        String range = "a whole number from " + shape.least() + " to " + shape.most();
        if (!(node instanceof YamlScalar scalar) || CoreType.of(scalar) != CoreType.INTEGER) {
            wrong(node, key, range);
        } else if (!Values.inRange(scalar, shape.least(), shape.most())) {
            problem(node, "'" + key + "' is " + range + ", not " + scalar.text());
        }
    }

    private void unknown(YamlEntry entry, Collection<String> known) {
        String meant = meant(entry.key(), known);
        problem(
                entry.keyLine(),
                entry.keyColumn(),
                "unknown key '"
                        + entry.key()
                        + "'"
                        + (meant.isEmpty() ? " (known here: " + some(known) + ")" : meant));
    }

    private static String meant(String typed, Collection<String> known) {
        return Nearest.of(typed, known).map(near -> ", did you mean '" + near + "'?").orElse("");
    }

    private static String some(Collection<String> words) {
        return String.join(", ", words);
    }

    private void wrong(YamlNode node, String key, String expected) {
        problem(
                node,
                (key.isEmpty() ? "the file" : "'" + key + "'")
                        + " expects "
                        + expected
                        + ", not "
                        // A file of another kind may be a secret; only its kind is said.
                        + (key.isEmpty() ? node.kind() : found(node)));
    }

    private static String found(YamlNode node) {
        return node instanceof YamlScalar scalar && !scalar.isNull()
                ? (scalar.plain() ? scalar.text() : "the text '" + scalar.text() + "'")
                : node.kind();
    }

    private void problem(YamlNode node, String message) {
        problem(node.line(), node.column(), message);
    }

    private void problem(int line, int column, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new PolicyProblem(file, line, column, message));
        }
    }
}
