package dev.holdfast.core.check;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.List;

/**
 * What {@code holdfast explain ID} says about one check id. Every id that a check can report has
 * one.
 *
 * @param title a few words, as a report's heading has them
 * @param severity the severity of a failing result unless the check says otherwise
 * @param meaning what a failing result means
 * @param why why it matters, in the attacker's terms
 * @param fix what to do about it, first step first
 * @param references standards behind the rule: CWE, ASVS 5.0, RFC
 */
public record CheckInfo(
        CheckId id,
        String title,
        Severity severity,
        String meaning,
        String why,
        String fix,
        List<Reference> references) {

    public CheckInfo {
        references = List.copyOf(references);
    }
}
