package dev.holdfast.rls.prove;

/** What is proved of a table; the words are those of results. */
public enum Property {
    ANONYMOUS_READ("anonymous-read", "SELECT"),
    CROSS_READ("cross-read", "SELECT"),
    CROSS_INSERT("cross-insert", "INSERT"),
    CROSS_UPDATE("cross-update", "UPDATE"),
    CROSS_DELETE("cross-delete", "DELETE"),
    ESCALATION("escalation", "INSERT");

    private final String word;
    private final String privilege;

    Property(String word, String privilege) {
        this.word = word;
        this.privilege = privilege;
    }

    /** The word of results and of the command line. */
    public String word() {
        return word;
    }

    /** Whether it is about rows of somebody else. */
    boolean isCross() {
        return this == CROSS_READ
                || this == CROSS_INSERT
                || this == CROSS_UPDATE
                || this == CROSS_DELETE;
    }

    /** The privilege without which nobody gets far enough. */
    String privilege() {
        return privilege;
    }
}
