package dev.holdfast.core.yaml;

import java.util.Set;

/** What a scalar is under the core schema of YAML 1.2.2, section 10.3. */
public enum CoreType {
    NULL,
    FLAG,
    INTEGER,
    FLOAT,
    TEXT;

    private static final Set<String> FLAGS =
            Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Set<String> SPECIAL_FLOATS =
            Set.of(".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN");

    /** The type of a scalar; quoted ones are texts. */
    public static CoreType of(YamlScalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return TEXT;
        }
        if (scalar.isNull()) {
            return NULL;
        }
        if (FLAGS.contains(text)) {
            return FLAG;
        }
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        String unsigned = signed ? text.substring(1) : text;
        if (isDigits(unsigned, 10)
                || (text.startsWith("0x") && isDigits(text.substring(2), 16))
                || (text.startsWith("0o") && isDigits(text.substring(2), 8))) {
            return INTEGER;
        }
        boolean special =
                SPECIAL_FLOATS.contains(unsigned) && (!signed || !unsigned.matches("(?i).nan"));
        return special || isFloat(unsigned) ? FLOAT : TEXT;
    }

    private static boolean isDigits(String text, int radix) {
        return !text.isEmpty()
                && text.chars().allMatch(each -> each < 128 && Character.digit(each, radix) >= 0);
    }

    // (\.[0-9]+ | [0-9]+(\.[0-9]*)?) ([eE][-+]?[0-9]+)?
    private static boolean isFloat(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean maybe = first == '.' || (first >= '0' && first <= '9');
        return maybe && text.matches("(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    }
}
