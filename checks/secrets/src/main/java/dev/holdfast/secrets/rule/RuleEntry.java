package dev.holdfast.secrets.rule;

import java.util.List;

/**
 * A rule as data.
 *
 * @param source the page of the provider, or the standard, that tells the form
 * @param otherwise when the severity or the verdict is another than the rule's, and which; empty
 *     when it never is
 * @param examples texts that the rule finds, as {@link Manner} has it; empty in what is shipped
 */
record RuleEntry(
        Kind kind,
        String source,
        String otherwise,
        Manner manner,
        List<String> examples,
        List<String> counterExamples) {

    RuleEntry {
        examples = List.copyOf(examples);
        counterExamples = List.copyOf(counterExamples);
    }
}
