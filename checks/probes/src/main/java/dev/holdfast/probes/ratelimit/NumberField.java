package dev.holdfast.probes.ratelimit;

import java.util.Optional;

/**
 * A number, and after it perhaps policies: {@code 5, 5;w=60} (until 06 of the draft). Looks at each
 * character of the value a fixed number of times, however it is made.
 */
final class NumberField {
    private static final int MOST_DIGITS = 15;

    private NumberField() {}

    /** What the value says, or nothing when it has another form. */
    static Optional<LimitFields.Quota> read(String value) {
        String[] members = value.split(",", -1);
        // Blanks are allowed around commas, and nowhere else.
        String first = members.length > 1 ? members[0].stripTrailing() : members[0];
        if (!number(first)) {
            return Optional.empty();
        }
        Optional<Long> window = Optional.empty();
        for (int i = 1; i < members.length; i++) {
            String[] parts = members[i].split(";", -1);
            if (!number(parts[0].strip())) {
                return Optional.empty();
            }
            for (int j = 1; j < parts.length; j++) {
                if (!parameter(parts[j].stripLeading())) {
                    return Optional.empty();
                }
                Optional<Long> told = window(parts[j].strip());
                window = window.or(() -> told);
            }
        }
        return Optional.of(new LimitFields.Quota(Long.parseLong(first), window));
    }

    /** Whether it is a whole number that is not negative. */
    static boolean number(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private static boolean parameter(String text) {
        int sign = text.indexOf('=');
        return sign > 0
                && sign + 1 < text.length()
                && text.chars().limit(sign).allMatch(each -> each >= 'a' && each <= 'z');
    }

    private static Optional<Long> window(String text) {
        int sign = text.indexOf('=');
        String name = text.substring(0, sign);
        String value = text.substring(sign + 1);
        return (name.equals("w") || name.equals("window")) && number(value)
                ? Optional.of(Long.parseLong(value))
                : Optional.empty();
    }
}
