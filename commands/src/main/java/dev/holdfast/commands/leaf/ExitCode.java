package dev.holdfast.commands.leaf;

/** What the process says with its exit code; the same in every command. */
public final class ExitCode {
    /** Nothing blocks. */
    public static final int CLEAR = 0;

    /** At least one finding blocks. */
    public static final int BLOCKED = 1;

    /** The command line or the policy is invalid. */
    public static final int USAGE = 2;

    /** Something that had to be looked at was not, and nothing else blocks. */
    public static final int UNDECIDED = 3;

    /** Holdfast itself is broken; never to be read as findings. */
    public static final int BUG = 70;

    /** Stopped by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
