package dev.holdfast.secrets.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds tokens that begin with a literal in the plainest way: one regular expression for each. */
final class Reference {
    // Their literals are common words, which a hyphen or an underscore may join to others.
    private static final List<String> WORDS = List.of("mailgun-api-key", "resend-api-key");
    private static final Pattern ESCAPE =
            Pattern.compile(
                    ".*(?:\\\\[ntrbfv0]|\\\\x[0-9A-Fa-f]{2}|\\\\u[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2})",
                    Pattern.DOTALL);

    private final Map<String, List<Spec>> byRule = new HashMap<>();
    private final Map<Spec, Pattern> patterns = new HashMap<>();

    /** One token found. */
    record Found(String rule, int start, int end) {

        @Override
        public String toString() {
            return rule + " " + start + "-" + end;
        }
    }

    Reference() {
        for (Spec spec : Specs.all()) {
            byRule.computeIfAbsent(spec.rule(), _ -> new ArrayList<>()).add(spec);
            patterns.put(spec, spec.pattern());
        }
    }

    List<Found> find(String text) {
        List<Found> all = new ArrayList<>();
        byRule.forEach((rule, specs) -> {
            for (int start = 0; start < text.length(); start++) {
                int end = end(text, start, specs);
                if (end >= 0 && begins(text, start, WORDS.contains(rule))) {
                    all.add(new Found(rule, start, end));
                }
            }
        });
        withoutInner(all);
        all.sort(java.util.Comparator.comparingInt(Found::start));
        return all;
    }

    /** Those that lie in no other one. */
    static void withoutInner(List<Found> all) {
        List<Found> before = List.copyOf(all);
        all.removeIf(inner ->
                before.stream().anyMatch(outer -> !outer.equals(inner) && holds(outer, inner)));
    }

    private static boolean holds(Found outer, Found inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private int end(String text, int start, List<Spec> specs) {
        for (Spec spec : specs) {
            if (!text.startsWith(spec.prefix(), start)) {
                continue;
            }
            Matcher matcher = patterns.get(spec).matcher(text).region(start, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.lookingAt()) {
                return spec.accepts(matcher.group()) ? matcher.end() : -1;
            }
        }
        return -1;
    }

    private static boolean begins(String text, int start, boolean word) {
        if (start == 0) {
            return true;
        }
        char before = text.charAt(start - 1);
        if (word && (before == '-' || before == '_')) {
            return false;
        }
        String context = text.substring(Math.max(0, start - 6), start);
        return Alphabet.BASE62.characters().indexOf(before) < 0
                || ESCAPE.matcher(context).matches();
    }
}
