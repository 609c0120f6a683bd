package dev.holdfast.rls.seed;

import dev.holdfast.rls.catalog.Relation;

/** Names and texts of a foreign schema as SQL (PostgreSQL documentation, 4.1). */
public final class Quoted {

    private Quoted() {}

    /** A name. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name of a relation with its schema. */
    public static String name(Relation relation) {
        return name(relation.schema()) + "." + name(relation.name());
    }

    /** A text; standard_conforming_strings is on in every session of ours. */
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A text that is read as a type. */
    public static String value(String text, String type) {
        return "CAST(" + text(text) + " AS " + type + ")";
    }
}
