package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Relation;
import java.util.List;

/**
 * A way by which a role gets at rows of a table other than through its policies.
 *
 * @param role who goes it
 * @param through what it goes through, as results name it
 * @param chain everything on the way from there to the table
 * @param target the table
 * @param actor the role whose rights count at the table
 * @param enforcement whether policies count for the actor
 * @param privileges what the role may do by it, as privileges or EXECUTE
 * @param certain false when only names in a function's text tell of it
 */
public record WayAround(
        Kind kind,
        long role,
        String through,
        List<String> chain,
        Relation target,
        String actor,
        Enforcement enforcement,
        List<String> privileges,
        boolean certain) {
    public WayAround {
        chain = List.copyOf(chain);
        privileges = List.copyOf(privileges);
    }

    /** What it goes through. */
    public enum Kind {
        VIEW("view"),
        MATERIALIZED_VIEW("materialized view"),
        DEFINER_FUNCTION("SECURITY DEFINER function"),
        CHILD("partition or child table");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** A few words for people. */
        public String words() {
            return words;
        }
    }

    /** Whether row security is on at the table and does not hold on this way. */
    public boolean evades() {
        return target.rowSecurity() && enforcement != Enforcement.ENFORCED;
    }

    /** A sentence for people. */
    public String text() {
        return kind.words()
                + " "
                + String.join(" > ", chain)
                + (certain ? " reaches " : " may reach ")
                + target.fullName()
                + " as "
                + actor
                + " ("
                + enforcement.words()
                + ")";
    }
}
