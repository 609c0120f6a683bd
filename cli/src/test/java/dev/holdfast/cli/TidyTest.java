package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the house asks of its files. */
class TidyTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST = 500;
    private static final Set<String> FRONT =
            Set.of(
                    "cli",
                    "commands",
                    "checks",
                    "templates",
                    "scripts",
                    "docs",
                    "pom.xml",
                    "README.md",
                    "LICENSE",
                    "CONTRIBUTING.md",
                    "SECURITY.md");
    // Split, so that this file does not hold the words that it looks for.
    private static final Pattern LEFT_OPEN =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|not impl" + "emented");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w./-])/(ro" + "ot|home/[a-z]+|wo" + "rk)/");

    private static List<Path> files(String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            !ROOT.relativize(file)
                                    .toString()
                                    .matches("(.*/)?(target|\\.git|node_modules)(/.*)?"))
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .toList();
        }
    }

    @Test
    void noFileIsLongerThanARoomMayBe() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path file : files(".java")) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST) {
                longer.add(ROOT.relativize(file) + ": " + lines + " lines");
            }
        }
        assertEquals(List.of(), longer);
    }

    @Test
    void nothingIsLeftOpen() throws IOException {
        assertEquals(
                List.of(), containing(LEFT_OPEN, files(".java", ".sh", ".md", ".xml", ".yaml")));
    }

    @Test
    void noPathOfAMachineIsCommitted() throws IOException {
        assertEquals(
                List.of(),
                containing(MACHINE_PATH, files(".java", ".sh", ".md", ".xml", ".yaml", ".json")));
    }

    private static List<String> containing(Pattern pattern, List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (pattern.matcher(line).find()) {
                    found.add(ROOT.relativize(file) + ":" + number);
                }
            }
        }
        return found;
    }

    @Test
    void theFrontOfTheHouseIsFixed() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.list(ROOT)) {
            all.map(path -> path.getFileName().toString())
                    // Maven's own folder of the parent; git ignores it.
                    .filter(name -> !name.startsWith(".") && !name.equals("target"))
                    .forEach(names::add);
        }
        names.removeAll(FRONT);
        assertEquals(Set.of(), names);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path file : files(".java")) {
            Path info = file.resolveSibling("package-info.java");
            boolean inPackage = file.toString().contains("/src/");
            if (inPackage && !Files.exists(info)) {
                silent.add(ROOT.relativize(file.getParent()).toString());
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        assertTrue(pom.contains("<version>" + Main.VERSION + "</version>"), Main.VERSION);
    }
}
