package dev.holdfast.secrets.rule;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes one compact file of the files of rules; the build runs it, nobody else. */
public final class RuleCompiler {

    private RuleCompiler() {}

    /**
     * Compiles.
     *
     * @param arguments the folder of the files of rules, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        List<RuleEntry> rules = read(Path.of(arguments[0]));
        Files.writeString(Path.of(arguments[1]), RuleStore.write(rules));
    }

    /** The rules of every file of a folder, in the order of their ids. */
    static List<RuleEntry> read(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.yaml")) {
            all.forEach(files::add);
        }
        List<RuleEntry> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            for (RuleEntry rule : RuleReader.shipped(Files.readAllBytes(file), name)) {
                if (!ids.add(rule.kind().id())) {
                    throw new IOException(
                            name + ": the id " + rule.kind().id() + " stands in another file too");
                }
                rules.add(rule);
            }
        }
        rules.sort(Comparator.comparing(rule -> rule.kind().id()));
        return rules;
    }
}
