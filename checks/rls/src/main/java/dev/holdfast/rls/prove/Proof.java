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
 * @param witness what was seen to break it, when something was
 */
public record Proof(
        Relation relation,
        Property property,
        Role role,
        Verdict verdict,
        String reason,
        List<String> open,
        Optional<Model> model,
        Optional<Witness> witness) {
    public Proof {
        open = List.copyOf(open);
    }

    /** One of which nothing was executed. */
    Proof(
            Relation relation,
            Property property,
            Role role,
            Verdict verdict,
            String reason,
            List<String> open,
            Optional<Model> model) {
        this(relation, property, role, verdict, reason, open, model, Optional.empty());
    }

    /** The same, after the property was seen to be broken. */
    public Proof refuted(Witness seen) {
        return new Proof(
                relation,
                property,
                role,
                Verdict.REFUTED,
                seen.observed(),
                open,
                model,
                Optional.of(seen));
    }

    /** The same, after it was tried and not seen to be broken. */
    public Proof notSeen(String why) {
        return new Proof(
                relation,
                property,
                role,
                Verdict.CANDIDATE,
                reason + "; " + why,
                open,
                model,
                Optional.empty());
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
