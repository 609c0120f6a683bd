package dev.holdfast.commands.demo;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.git.FirstCommit;
import dev.holdfast.templates.DemoShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The folder of a demo: the shop as a repository with one commit, and the report beside it.
 *
 * @param shop the shop's repository
 * @param report where the HTML report goes
 * @param fix where the migration goes that mends the shop's tables
 */
record DemoFolder(Path shop, Path report, Path fix) {

    /**
     * Makes the folder.
     *
     * @param named where to make it, or nothing for a new temporary folder
     * @throws UserProblem when the named folder holds something
     */
    static DemoFolder make(Optional<Path> named, RandomGenerator random, Instant now)
            throws IOException {
        Path folder =
                named.isPresent()
                        ? empty(named.get())
                        : Files.createTempDirectory("holdfast-demo-");
        Path shop = Files.createDirectories(folder.resolve("shop"));
        DemoShop template = DemoShop.open();
        Map<String, Integer> lengths = template.kinds();
        FakeKeys keys = new FakeKeys(random);
        Map<String, byte[]> files =
                template.files(kind -> keys.of(kind, lengths.getOrDefault(kind, 0)));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = shop.resolve(file.getKey());
            Path parent = path.getParent();
            Files.createDirectories(parent == null ? shop : parent);
            Files.write(path, file.getValue());
        }
        FirstCommit.of(shop, "Harbour Tea", "Open the shop", now);
        return new DemoFolder(shop, folder.resolve("report.html"), folder.resolve("fix.sql"));
    }

    private static Path empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            boolean free = Files.isDirectory(folder);
            if (free) {
                try (Stream<Path> inside = Files.list(folder)) {
                    free = inside.findAny().isEmpty();
                }
            }
            if (!free) {
                throw new UserProblem(
                        "--directory: " + folder + " is not an empty folder",
                        "name a folder that is not there yet");
            }
        }
        return Files.createDirectories(folder);
    }
}
