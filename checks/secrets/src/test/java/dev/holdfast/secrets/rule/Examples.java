package dev.holdfast.secrets.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts that one rule finds whole, and texts in which it finds nothing.
 *
 * @param rule the rule's id behind {@code secrets.}
 */
public record Examples(String rule, List<String> positives, List<String> negatives) {

    public Examples {
        positives = List.copyOf(positives);
        negatives = List.copyOf(negatives);
    }

    /** What follows from a form alone. */
    static Examples of(Spec spec, TokenForge forge) {
        List<String> positives =
                List.of(forge.shortest(spec), forge.longest(spec), forge.token(spec));
        String shortest = forge.shortest(spec);
        String longest = forge.longest(spec);
        String prefix = spec.prefix();
        List<String> negatives = new ArrayList<>();
        // Too short, too long, a longer word before it.
        negatives.add(shortest.substring(0, shortest.length() - 1));
        negatives.add(longest + "Z");
        negatives.add("x" + shortest);
        // A character of no alphabet, a blank behind the prefix, the prefix in the other case.
        negatives.add(prefix + "!" + shortest.substring(prefix.length() + 1));
        negatives.add(prefix + " " + shortest.substring(prefix.length()));
        negatives.add(otherCase(prefix) + shortest.substring(prefix.length()));
        negatives.removeIf(each -> isToken(spec.rule(), each));
        negatives.add(placeholder(spec, '0'));
        negatives.add(placeholder(spec, 'x'));
        return new Examples(spec.rule(), positives, negatives);
    }

    private static boolean isToken(String rule, String text) {
        return Specs.all().stream()
                .filter(spec -> spec.rule().equals(rule) && text.startsWith(spec.prefix()))
                .anyMatch(spec -> spec.pattern().matcher(text).lookingAt());
    }

    private static String otherCase(String prefix) {
        String upper = prefix.toUpperCase(Locale.ROOT);
        return upper.equals(prefix) ? prefix.toLowerCase(Locale.ROOT) : upper;
    }

    private static String placeholder(Spec spec, char filler) {
        StringBuilder text = new StringBuilder(spec.prefix());
        for (Spec.Part part : spec.parts()) {
            text.append(part.literal()).append(String.valueOf(filler).repeat(part.least()));
        }
        return text.toString();
    }
}
