package dev.holdfast.rls.prove;

/**
 * What is known of a text: a template of the tenancy spec, in which {@code ${user}} stands for
 * whoever the session is of.
 *
 * @param template the text with its placeholders
 * @param read whether it was read as another type, so that its text may be another now
 * @param json whether it was read as JSON, so that its parts can be asked for
 */
record KnownText(String template, boolean json, boolean read) {
    /** A text as it stands. */
    KnownText(String template, boolean json) {
        this(template, json, false);
    }

    static final String USER = "${user}";
    static final String TENANTS = "${tenants}";

    /** Whether the whole of it is the user. */
    boolean isUser() {
        return template.equals(USER);
    }

    /** Whether it is written out, the same for every session. */
    boolean isConstant() {
        return !template.contains("${");
    }
}
