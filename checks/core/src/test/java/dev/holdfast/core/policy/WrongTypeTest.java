package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.yaml.StrictYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every key of the format with every type of value that it must not have. */
class WrongTypeTest {
    private static final Map<String, String> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("text", "word");
        VALUES.put("quoted number", "'5'");
        VALUES.put("quoted flag", "\"true\"");
        VALUES.put("number", "5");
        VALUES.put("fraction", "1.5");
        VALUES.put("flag", "true");
        VALUES.put("null", "~");
        VALUES.put("list", "[]");
        VALUES.put("mapping", "{}");
    }

    private final Shape.Keys shape = Policies.shape();
    private final List<String> failures = new ArrayList<>();
    private int tried;

    @Test
    void everyWrongTypeIsRefusedAtTheValue() {
        shape.keys().forEach((key, part) -> walk(part, key, "", key));
        assertEquals(List.of(), failures);
        assertTrue(tried > 400, tried + " values tried");
    }

    /**
     * Tries all values of a part.
     *
     * @param before the lines above the key
     * @param line the key's own line up to the colon
     */
    private void walk(Shape part, String key, String before, String line) {
        Set<String> right = right(part);
        VALUES.forEach((kind, value) -> {
            if (!right.contains(kind)) {
                refuse(before, line + ": ", value, key, "");
            }
        });
        String above = before + line + ":\n";
        String indent = " ".repeat(line.length() - line.stripLeading().length() + 2);
        switch (part) {
            case Shape.Keys keys ->
                    keys.keys().forEach((name, below) -> walk(below, name, above, indent + name));
            case Shape.Names names -> {
                String name = key.equals("checks") ? "secrets.bundle" : "staging";
                walk(names.value(), name, above, indent + name);
            }
            case Shape.ListOf list -> items(list.item(), key, above, indent);
            case Shape.Either _,
                    Shape.Text _,
                    Shape.WholeNumber _,
                    Shape.Single _,
                    Shape.Flag _ -> {}
        }
    }

    private void items(Shape item, String key, String above, String indent) {
        Set<String> right = right(item);
        VALUES.forEach((kind, value) -> {
            if (!right.contains(kind)) {
                refuse(above, indent + "- ", value, key, "");
            }
        });
        if (item instanceof Shape.Either either) {
            either.byKey().values().forEach(keys -> alternative(keys, above, indent));
        }
    }

    private void alternative(Shape.Keys keys, String above, String indent) {
        keys.keys()
                .forEach((key, part) -> {
                    StringBuilder others = new StringBuilder();
                    for (String required : keys.required()) {
                        if (!required.equals(key)) {
                            others.append(indent).append("  ").append(required).append(": ");
                            others.append(example(required)).append('\n');
                        }
                    }
                    VALUES.forEach((kind, value) -> {
                        if (!right(part).contains(kind)) {
                            refuse(
                                    above,
                                    indent + "- " + key + ": ",
                                    value,
                                    key,
                                    others.toString());
                        }
                    });
                });
    }

    private static String example(String key) {
        return switch (key) {
            case "builtin" -> "base";
            case "file" -> "other.yaml";
            default -> "'" + "0".repeat(64) + "'";
        };
    }

    private static Set<String> right(Shape part) {
        return switch (part) {
            case Shape.Text _ -> Set.of("text", "quoted number", "quoted flag");
            case Shape.WholeNumber _ -> Set.of("number");
            case Shape.Single _ -> Set.of("text", "quoted number", "quoted flag", "number", "flag");
            case Shape.Flag _ -> Set.of("flag");
            case Shape.ListOf _ -> Set.of("list");
            case Shape.Keys _, Shape.Names _, Shape.Either _ -> Set.of("mapping");
        };
    }

    private void refuse(String before, String line, String value, String key, String behind) {
        boolean version = line.startsWith("apiVersion");
        String text = (version ? "" : Policies.FIRST) + before + line + value + "\n" + behind;
        long row = text.substring(0, text.length() - behind.length()).lines().count();
        String expected = "f.yaml:" + row + ":" + (line.length() + 1) + ": '" + key + "' expects ";
        List<PolicyProblem> problems =
                Validator.validate(
                        StrictYaml.read(Policies.bytes(text), "f.yaml"), shape, "f.yaml");
        String what =
                problems.isEmpty() ? "no problem" : PolicyProblem.together(problems, null).what();
        tried++;
        if (problems.size() != 1 || !what.startsWith(expected)) {
            failures.add(text + "\nexpected " + expected + "\nbut was " + what + "\n");
        }
    }
}
