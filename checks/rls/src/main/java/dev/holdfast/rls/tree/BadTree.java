package dev.holdfast.rls.tree;

/** A text that is no node tree, or a node that is not as PostgreSQL writes it. */
public final class BadTree extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadTree(String message) {
        super(message);
    }

    public BadTree(String message, Throwable cause) {
        super(message, cause);
    }
}
