package dev.holdfast.secrets.env;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expands {@code $NAME}, {@code ${NAME}} and {@code ${NAME:-default}} as Next.js and Vite do. They
 * put nothing in the place of a name that is not there; who does not expand at all keeps the
 * reference, as in a password with a dollar sign in it. Both are readings of the value.
 */
final class Expansion {
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?<!\\\\)\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?::?-([^{}]*))?\\}"
                            + "|([A-Za-z_][A-Za-z0-9_]*))");
    private static final int MOST_ROUNDS = 5;
    private static final int LONGEST = 1 << 16;
    private static final int FEWEST_OWN = 8;

    private final Map<String, String> own;
    private final Map<String, String> others;

    private Expansion(Map<String, String> own, Map<String, String> others) {
        this.own = own;
        this.others = others;
    }

    /**
     * The variables of one file with references replaced.
     *
     * @param others the variables of all files, for names that this one does not have
     */
    static List<EnvVariable> expand(List<EnvVariable> variables, List<EnvVariable> others) {
        Expansion expansion = new Expansion(values(variables), values(others));
        List<EnvVariable> expanded = new ArrayList<>();
        for (EnvVariable each : variables) {
            Set<String> readings = new LinkedHashSet<>();
            readings.add(expansion.expand(each.value(), true));
            readings.add(expansion.expand(each.value(), false));
            if (isMoreThanReferences(each.value())) {
                // Who does not expand takes it as it is written.
                readings.add(each.value());
            }
            readings.forEach(value -> expanded.add(each.withValue(value)));
        }
        return expanded;
    }

    private static boolean isMoreThanReferences(String value) {
        return value.indexOf('$') >= 0
                && REFERENCE.matcher(value).replaceAll("").length() >= FEWEST_OWN;
    }

    /** The last value of each name; of several readings of one line the first. */
    private static Map<String, String> values(List<EnvVariable> variables) {
        Map<String, String> values = new HashMap<>();
        String before = "";
        for (EnvVariable each : variables) {
            String place = each.name() + " " + each.source();
            if (!place.equals(before)) {
                values.put(each.name(), each.value());
            }
            before = place;
        }
        return values;
    }

    private String expand(String value, boolean keepUnknown) {
        String expanded = value;
        for (int round = 0; round < MOST_ROUNDS && expanded.indexOf('$') >= 0; round++) {
            String next = once(expanded, keepUnknown);
            if (next.equals(expanded) || next.length() > LONGEST) {
                break;
            }
            expanded = next;
        }
        return expanded.replace("\\$", "$");
    }

    private String once(String value, boolean keepUnknown) {
        Matcher reference = REFERENCE.matcher(value);
        StringBuilder next = new StringBuilder();
        while (reference.find()) {
            String name = reference.group(1) == null ? reference.group(3) : reference.group(1);
            String known = own.getOrDefault(name, others.getOrDefault(name, ""));
            String fallback = reference.group(2);
            if (known.isEmpty() && fallback != null) {
                known = fallback;
            }
            boolean keep = known.isEmpty() && keepUnknown && !own.containsKey(name);
            reference.appendReplacement(
                    next, Matcher.quoteReplacement(keep ? reference.group() : known));
        }
        reference.appendTail(next);
        return next.toString();
    }
}
