package dev.holdfast.rls.catalog;

/**
 * That something needs a relation or a function (pg_depend, normal dependencies).
 *
 * @param kind of what needs it
 * @param dependent its oid: of a policy, of a view's rule, of a function, of a trigger, of a
 *     default
 * @param relation the relation that it needs, or 0
 * @param function the function that it needs, or 0
 */
public record Dependency(Kind kind, long dependent, long relation, long function) {
    /** What needs something. */
    public enum Kind {
        POLICY,
        RULE,
        FUNCTION,
        TRIGGER,
        CONSTRAINT,
        DEFAULT
    }
}
