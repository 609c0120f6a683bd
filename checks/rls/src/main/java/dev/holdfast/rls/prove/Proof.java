package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.solve.Answer;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a property of a table.
 *
 * @param reason in a sentence
 * @param open what could not be looked into, so that more may be let through than is
 * @param model rows by which the property may be broken, when there are such
 */
public record Proof(
        Relation relation,
        Property property,
        Role role,
        Verdict verdict,
        String reason,
        List<String> open,
        Optional<Model> model) {
    public Proof {
        open = List.copyOf(open);
    }

    /** How sure it is. */
    public enum Verdict {
        /** No row can break the property. */
        PROVED,
        /** A row broke it before our eyes. */
        REFUTED,
        /** A row might break it; it was not seen to. */
        CANDIDATE,
        /** Nothing is known. */
        UNKNOWN
    }

    /**
     * What a solver found.
     *
     * @param answer which formulas hold and which values are the same
     */
    record Model(Question question, Answer.Possible answer) {}
}
