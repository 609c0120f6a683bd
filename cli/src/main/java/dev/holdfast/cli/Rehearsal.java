package dev.holdfast.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the AOT cache is trained on, when the distribution is built: what starts, and not what runs
 * long. A class in the cache is loaded at every start, so a wide rehearsal makes {@code --version}
 * slow.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Rehearses in the empty folder that is named. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.writeString(folder.resolve("holdfast.yaml"), "apiVersion: holdfast/v1\n");
        Files.createDirectories(folder.resolve("dist"));
        Files.writeString(folder.resolve("dist/app.js"), "console.log('rehearsal');\n");
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(nowhere, nowhere, "--version");
        Main.run(nowhere, nowhere, "check", "--help");
        Main.run(nowhere, nowhere, "check", folder.toString());
    }
}
