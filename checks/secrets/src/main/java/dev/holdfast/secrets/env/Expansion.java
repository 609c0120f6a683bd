package dev.holdfast.secrets.env;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expands {@code $NAME} and {@code ${NAME}} as Next.js and Vite do, from the variables themselves.
 */
final class Expansion {
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?<!\\\\)\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)\\}|([A-Za-z_][A-Za-z0-9_]*))");
    private static final int MOST_ROUNDS = 5;

    private Expansion() {}

    /** The variables with references replaced; one to a name that is not there stays. */
    static List<EnvVariable> expand(List<EnvVariable> variables) {
        Map<String, String> values = new HashMap<>();
        variables.forEach(each -> values.put(each.name(), each.value()));
        return variables.stream()
                .map(each -> each.withValue(expand(each.value(), values)))
                .toList();
    }

    private static String expand(String value, Map<String, String> values) {
        String expanded = value;
        for (int round = 0; round < MOST_ROUNDS && expanded.indexOf('$') >= 0; round++) {
            Matcher reference = REFERENCE.matcher(expanded);
            StringBuilder next = new StringBuilder();
            while (reference.find()) {
                String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
                String known = values.get(name);
                reference.appendReplacement(
                        next, Matcher.quoteReplacement(known == null ? reference.group() : known));
            }
            reference.appendTail(next);
            if (next.toString().equals(expanded) || next.length() > 1 << 16) {
                break;
            }
            expanded = next.toString();
        }
        return expanded.replace("\\$", "$");
    }
}
