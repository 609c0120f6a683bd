package dev.holdfast.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an AOT cache is trained on, when the distribution is built: command lines, run without
 * ending the process and without a word.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Rehearses the command lines that are given, with {@code ::} between them. */
    public static void main(String[] args) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>();
        for (String word : args) {
            if (word.equals("::")) {
                Main.run(
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        line.toArray(String[]::new));
                line.clear();
            } else {
                line.add(word);
            }
        }
        Main.run(InputStream.nullInputStream(), nowhere, nowhere, line.toArray(String[]::new));
    }
}
