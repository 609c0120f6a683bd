package dev.holdfast.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What an AOT cache is trained on, when the distribution is built: one command line, run without
 * ending the process and without a word.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Rehearses the command line that is given. */
    public static void main(String[] args) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(nowhere, nowhere, args);
    }
}
