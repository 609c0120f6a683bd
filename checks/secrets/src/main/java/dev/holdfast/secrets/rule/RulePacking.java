package dev.holdfast.secrets.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Packs the files of rules; the build runs it: {@code RulePacking FOLDER OUTPUT}. */
public final class RulePacking {

    private RulePacking() {}

    /** Packs them. */
    public static void main(String[] args) throws IOException {
        Path output = Path.of(args[1]);
        List<RuleEntry> rules = read(Path.of(args[0]));
        Files.createDirectories(output);
        Files.write(output.resolve(RuleResource.NAME), RuleResource.pack(rules));
    }

    /** The rules of every file of a folder. */
    static List<RuleEntry> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
        List<RuleEntry> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : files) {
            for (RuleEntry each :
                    RuleFile.read(Files.readAllBytes(file), String.valueOf(file.getFileName()))) {
                if (!ids.add(each.id())) {
                    throw new IllegalStateException("two rules are called " + each.id());
                }
                rules.add(each);
            }
        }
        return rules;
    }
}
