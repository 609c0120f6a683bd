package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.Privilege;

/** What is proved of a table; the words are those of results. */
public enum Property {
    ANONYMOUS_READ("anonymous-read", Privilege.SELECT),
    CROSS_READ("cross-read", Privilege.SELECT),
    CROSS_INSERT("cross-insert", Privilege.INSERT),
    CROSS_UPDATE("cross-update", Privilege.UPDATE),
    CROSS_DELETE("cross-delete", Privilege.DELETE),
    ESCALATION("escalation", Privilege.INSERT);

    private final String word;
    private final Privilege privilege;

    Property(String word, Privilege privilege) {
        this.word = word;
        this.privilege = privilege;
    }

    /** The word of results and of the command line. */
    public String word() {
        return word;
    }

    /** Whether it is about rows of somebody else. */
    public boolean isCross() {
        return this == CROSS_READ
                || this == CROSS_INSERT
                || this == CROSS_UPDATE
                || this == CROSS_DELETE;
    }

    /** The privilege without which nobody gets far enough. */
    Privilege privilege() {
        return privilege;
    }
}
