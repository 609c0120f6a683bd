package dev.holdfast.commands.leaf;

import dev.holdfast.core.check.Progress;
import java.io.InputStream;
import java.io.PrintStream;

/** What a command sees of the terminal; the command line implements it, a test may too. */
public interface Terminal {

    /** What is read when a command reads its standard input. */
    InputStream in();

    /** Carries the result and nothing else. */
    PrintStream out();

    /** Carries everything else: problems, and where things were written. */
    PrintStream err();

    /** Whether a person looks at {@link #out()} in colour. */
    boolean colour();

    /** Shows progress to a person, or nothing in a pipe or in CI. */
    Progress progress();
}
