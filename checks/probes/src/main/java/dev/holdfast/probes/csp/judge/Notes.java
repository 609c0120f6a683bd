package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is to be said of how policies are written, one finding a rule however often it is so.
 *
 * <p>A note is a pass: no injected line runs because of it alone. Where one does run, the rule
 * about that line fails.
 */
final class Notes {
    private static final int SHOWN = 3;
    private static final int KEPT = 20;
    private static final int LONGEST = 200;
    private static final int MOST_CALLS = 200;

    private final Map<CheckInfo, Said> said = new LinkedHashMap<>();

    /**
     * Says it; what was said already is not repeated.
     *
     * @param words made only when they may still be shown, so that a policy of a hundred thousand
     *     oddities costs no more than reading it
     */
    void say(CheckInfo rule, Supplier<String> words) {
        said.computeIfAbsent(rule, _ -> new Said()).add(words);
    }

    /** Says it; what was said already is not repeated. */
    void say(CheckInfo rule, String words) {
        say(rule, () -> words);
    }

    void addTo(List<Finding> findings) {
        said.forEach((rule, words) -> findings.add(words.finding(rule)));
    }

    private static final class Said {
        private final List<String> words = new ArrayList<>();
        private int calls;
        private int more;

        void add(Supplier<String> text) {
            calls++;
            if (calls > MOST_CALLS) {
                more++;
                return;
            }
            String line = shown(text.get());
            if (words.contains(line)) {
                return;
            }
            if (words.size() < KEPT) {
                words.add(line);
            } else {
                more++;
            }
        }

        // Most texts are fine as they are, and ten thousand policies have many.
        private static String shown(String text) {
            if (text.length() > LONGEST) {
                return OneLine.of(text, LONGEST);
            }
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                    return OneLine.of(text, LONGEST);
                }
            }
            return text;
        }

        Finding finding(CheckInfo rule) {
            Finding finding = Finding.pass(rule, "note: " + line()).with("note", true);
            return words.size() > SHOWN ? finding.with("notes", List.copyOf(words)) : finding;
        }

        private String line() {
            int hidden = more + Math.max(0, words.size() - SHOWN);
            String shown = String.join("; ", words.stream().limit(SHOWN).toList());
            return hidden == 0 ? shown : shown + "; and " + hidden + " more";
        }
    }
}
