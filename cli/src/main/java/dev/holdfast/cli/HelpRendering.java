package dev.holdfast.cli;

import dev.holdfast.commands.Commands;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Renders every help page into a folder; run once, when the distribution is built. */
public final class HelpRendering {

    private HelpRendering() {}

    /** Writes one file a page into the folder that is named. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Tree tree = new Tree(Commands.all(), Commands.GROUPS);
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Invocation invocation = new Invocation(tree, nowhere, nowhere);
        for (List<String> words : tree.pages()) {
            Files.writeString(folder.resolve(HelpPages.name(words)), invocation.page(words));
        }
    }
}
