package dev.holdfast.core.policy;

import dev.holdfast.core.yaml.CoreType;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of valid leaves: String, Integer, Boolean, or a List of Strings or PolicyItems. */
final class Values {
    // Any int with its sign or prefix, and some zeros before it.
    private static final int LONGEST_NUMBER = 20;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./@+-]*");

    private Values() {}

    /**
     * The value of a node that the validator has passed for that shape.
     *
     * @param layer says of a node who wrote it, and where
     */
    static Object of(YamlNode node, Shape.Leaf shape, Function<YamlNode, String> layer) {
        return switch (shape) {
            case Shape.Text _ -> ((YamlScalar) node).text();
            case Shape.WholeNumber _ -> integer((YamlScalar) node).orElseThrow();
            case Shape.Single _ -> single((YamlScalar) node);
            case Shape.Flag _ -> ((YamlScalar) node).text().toLowerCase(Locale.ROOT).equals("true");
            case Shape.ListOf _ ->
                    ((YamlSequence) node)
                            .items().stream()
                                    .<Object>map(item ->
                                            item instanceof YamlScalar each
                                                    ? each.text()
                                                    : new PolicyItem(item, layer.apply(item)))
                                    .toList();
        };
    }

    /** What a scalar says: a text, a number or a flag. */
    static Object single(YamlScalar scalar) {
        return switch (CoreType.of(scalar)) {
            case INTEGER -> integer(scalar).orElseThrow();
            case FLAG -> scalar.text().toLowerCase(Locale.ROOT).equals("true");
            case NULL, FLOAT, TEXT -> scalar.text();
        };
    }

    static boolean inRange(YamlScalar scalar, int least, int most) {
        OptionalInt number = integer(scalar);
        return number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most;
    }

    /** The number of a scalar of the core type INTEGER; nothing when it is no int. */
    private static OptionalInt integer(YamlScalar scalar) {
        String text = scalar.text();
        if (text.length() > LONGEST_NUMBER) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(
                    text.startsWith("0x")
                            ? Integer.parseInt(text.substring(2), 16)
                            : text.startsWith("0o")
                                    ? Integer.parseInt(text.substring(2), 8)
                                    : Integer.parseInt(text));
        } catch (NumberFormatException large) {
            return OptionalInt.empty();
        }
    }

    /** The value as a person writes it in YAML. */
    static String shown(Object value) {
        return switch (value) {
            case List<?> list ->
                    list.stream().map(Values::shown).collect(Collectors.joining(", ", "[", "]"));
            case PolicyItem item -> item.shown();
            case String text -> isPlain(text) ? text : quoted(text);
            default -> String.valueOf(value);
        };
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches()
                && !text.startsWith("...")
                && CoreType.of(new YamlScalar(text, true, 1, 1)) == CoreType.TEXT;
    }

    // YAML 1.2.2, section 5.7.
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(point -> {
                    int type = Character.getType(point);
                    if (point == '"' || point == '\\') {
                        quoted.append('\\').appendCodePoint(point);
                    } else if (point > 0xFFFF && type == Character.FORMAT) {
                        quoted.append("\\U%08X".formatted(point));
                    } else if (type == Character.CONTROL
                            || type == Character.FORMAT
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR
                            || type == Character.SURROGATE
                            || point == 0xFFFE
                            || point == 0xFFFF) {
                        quoted.append("\\u%04X".formatted(point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                });
        return quoted.append('"').toString();
    }

    /** The child of a mapping under that key, or null. */
    static @Nullable YamlNode child(@Nullable YamlNode node, String key) {
        return node instanceof YamlMapping mapping
                ? mapping.entry(key).map(entry -> entry.value()).orElse(null)
                : null;
    }

    /** What stands at the end of that path of keys, or null. */
    static @Nullable YamlNode at(YamlNode root, List<String> path) {
        @Nullable YamlNode node = root;
        for (String key : path) {
            node = child(node, key);
        }
        return node;
    }

    /** The items of a list; none when the node is something else. */
    static List<YamlNode> items(@Nullable YamlNode node) {
        return node instanceof YamlSequence sequence ? sequence.items() : List.<YamlNode>of();
    }

    /** The single values of a list. */
    static List<YamlScalar> scalars(@Nullable YamlNode node) {
        return items(node).stream()
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .toList();
    }
}
