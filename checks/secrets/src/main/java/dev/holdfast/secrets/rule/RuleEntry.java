package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Confidence;
import java.util.List;

/**
 * One rule as it is written down.
 *
 * @param id the part of the check id behind {@code secrets.}
 * @param source the page on which the provider says what its tokens look like
 * @param forms what its tokens look like; of a rule with keywords, what the values do
 * @param keywords words in the name of what a value is assigned to; empty when the form alone tells
 * @param examples texts in which it is found, in the form language, so that no token stands here
 * @param others texts in which it is not found
 */
record RuleEntry(
        String id,
        String name,
        String provider,
        Severity severity,
        String power,
        String rotation,
        String source,
        List<String> forms,
        List<String> keywords,
        List<String> examples,
        List<String> others) {

    RuleEntry {
        forms = List.copyOf(forms);
        keywords = List.copyOf(keywords);
        examples = List.copyOf(examples);
        others = List.copyOf(others);
    }

    Confidence confidence() {
        return keywords.isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
    }

    Kind kind() {
        return new Kind(id, name, provider, severity, power, rotation, confidence());
    }
}
