package dev.holdfast.rls.seed;

/** A table that took none of the rows that were tried. */
public final class NotSeeded extends Exception {
    private static final long serialVersionUID = 1;

    /** With the reason, in which there is no more than the server said. */
    public NotSeeded(String reason) {
        super(reason);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
