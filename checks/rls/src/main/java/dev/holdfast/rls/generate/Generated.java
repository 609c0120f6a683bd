package dev.holdfast.rls.generate;

import java.util.List;

/**
 * A migration that was written and tried.
 *
 * @param sql the script; to be shown only when the verdict is {@link Verdict#SOUND}
 * @param tables how many tables it is for
 * @param policies how many policies it makes
 * @param proved how many properties were proved after it
 * @param asked of how many
 * @param changes what the sessions may do that they could not, and no longer
 * @param left findings of the audit above info that it does not mend, and that do not speak against
 *     it: of other things than its tables, or of what a policy cannot mend; and the ways to its
 *     tables that the proofs leave out
 * @param problems why the verdict is not sound
 */
public record Generated(
        String sql,
        int tables,
        int policies,
        int proved,
        int asked,
        List<String> changes,
        List<String> left,
        List<String> problems,
        Verdict verdict) {
    public Generated {
        changes = List.copyOf(changes);
        left = List.copyOf(left);
        problems = List.copyOf(problems);
    }

    /** What came of trying it. */
    public enum Verdict {
        /** It was applied, audited and proved. */
        SOUND,
        /** After it a property was refuted, or the audit found a hole. */
        REFUTED,
        /** It was not applied as a whole, or not everything is proved. */
        UNDECIDED
    }
}
