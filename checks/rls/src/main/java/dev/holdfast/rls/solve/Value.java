package dev.holdfast.rls.solve;

/**
 * A value that is not NULL, up to the equality of its type. All are of one sort: what can be told
 * apart only by its type is never compared.
 */
public sealed interface Value {

    /** A value of which nothing is known. */
    record Unknown(String name) implements Value {}

    /**
     * A value that is written down.
     *
     * @param type what kind of constant; those of different kinds may be the same
     * @param text what it is
     * @param distinct whether two of the type with different texts are different values
     */
    record Constant(String type, String text, boolean distinct) implements Value {}
}
