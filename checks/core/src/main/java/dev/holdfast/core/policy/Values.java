package dev.holdfast.core.policy;

import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of valid leaves: String, Integer, Boolean, or a List of Strings. */
final class Values {
    private static final int LONGEST = 200;

    private Values() {}

    /** The value of a node that the validator has passed for that shape. */
    static Object of(YamlNode node, Shape.Leaf shape) {
        return switch (shape) {
            case Shape.Text _ -> ((YamlScalar) node).text();
            case Shape.WholeNumber _ -> integer((YamlScalar) node).intValueExact();
            case Shape.Flag _ -> ((YamlScalar) node).text().toLowerCase(Locale.ROOT).equals("true");
            case Shape.ListOf _ ->
                    ((YamlSequence) node)
                            .items().stream()
                                    .map(item ->
                                            item instanceof YamlScalar each ? each.text() : "{…}")
                                    .toList();
        };
    }

    static boolean inRange(YamlScalar scalar, int least, int most) {
        BigInteger number = integer(scalar);
        return number.compareTo(BigInteger.valueOf(least)) >= 0
                && number.compareTo(BigInteger.valueOf(most)) <= 0;
    }

    private static BigInteger integer(YamlScalar scalar) {
        String text = scalar.text();
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8);
        }
        // A number of many digits is out of any range of ours; its exact value does not matter.
        return new BigInteger(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** The value as a person writes it in YAML. */
    static String shown(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(value);
    }

    /** Long or odd text made fit for a message. */
    static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 2 * LONGEST ? plain.substring(0, 2 * LONGEST) + "…" : plain;
    }

    /** The child of a mapping under that key, or null. */
    static @Nullable YamlNode child(YamlNode node, String key) {
        return node instanceof YamlMapping mapping
                ? mapping.entry(key).map(entry -> entry.value()).orElse(null)
                : null;
    }
}
