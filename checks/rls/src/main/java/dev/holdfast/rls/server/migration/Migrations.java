package dev.holdfast.rls.server.migration;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of migrations, read: what runs, in the order in which its tool runs it.
 *
 * @param ignored files of SQL in the folder that the tool does not run
 */
public record Migrations(
        Path folder, MigrationLayout layout, List<MigrationFile> files, List<String> ignored) {
    private static final List<String> USUAL =
            List.of(
                    "supabase/migrations",
                    "prisma/migrations",
                    "drizzle",
                    "db/migrations",
                    "db/migration",
                    "src/main/resources/db/migration",
                    "database/migrations",
                    "migrations");

    public Migrations {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
    }

    /** The first of the usual folders below a project's root that holds migrations in SQL. */
    public static Optional<Path> usualFolder(Path root) throws IOException {
        for (String each : USUAL) {
            Path folder = root.resolve(each);
            if (Files.isDirectory(folder) && !names(folder).isEmpty()) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a folder.
     *
     * @throws UserProblem when it is no folder or holds no file of SQL
     */
    public static Migrations read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserProblem(
                    "There is no folder of migrations at " + folder + ".",
                    "Name the folder that holds the files of SQL.");
        }
        List<String> names = names(folder);
        if (names.isEmpty()) {
            throw new UserProblem(
                    "There is no file of SQL in " + folder + ".",
                    "Name the folder that holds the migrations; migrations in another language"
                            + " have to be written out as SQL first.");
        }
        MigrationOrder order = MigrationOrder.of(folder, names);
        List<MigrationFile> files = order.run().stream().map(name -> file(folder, name)).toList();
        return new Migrations(
                folder,
                order.layout(),
                files,
                names.stream().filter(name -> !order.run().contains(name)).toList());
    }

    // One level of folders: Prisma's, and plain ones such as tables/ and policies/.
    private static List<String> names(Path folder) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            paths.filter(path -> path.toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .forEach(path -> names.add(folder.relativize(path).toString()));
        }
        return List.copyOf(names);
    }

    private static MigrationFile file(Path folder, String name) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            String sql = new String(bytes, StandardCharsets.UTF_8);
            return new MigrationFile(name, UpSections.of(sql).orElse(sql));
        } catch (IOException unreadable) {
            throw new UserProblem(
                    "The migration " + folder.resolve(name) + " cannot be read.",
                    "Make it readable, or take it away.");
        }
    }
}
