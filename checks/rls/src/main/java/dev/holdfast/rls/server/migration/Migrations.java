package dev.holdfast.rls.server.migration;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of migrations, read: what runs, in the order in which its tool runs it.
 *
 * @param ignored files of SQL in the folder that are not run: the tool does not, or they are links
 *     that lead out of the folder
 */
public record Migrations(
        Path folder, MigrationLayout layout, List<MigrationFile> files, List<String> ignored) {
    private static final long MOST_BYTES = 64L << 20;
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

    private static final Set<String> HOLDING_PARTS = Set.of("apps", "packages", "services", "libs");

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
     * The same of the parts of a repository that holds several: {@code apps/*}, {@code packages/*},
     * {@code services/*}, {@code libs/*} and what lies beside them, sorted by path.
     */
    public static List<Path> foldersOfParts(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path each : folders(root)) {
            List<Path> parts =
                    HOLDING_PARTS.contains(String.valueOf(each.getFileName()))
                            ? folders(each)
                            : List.of(each);
            for (Path part : parts) {
                usualFolder(part).ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> {
                        String name = String.valueOf(each.getFileName());
                        return !name.startsWith(".") && !name.equals("node_modules");
                    })
                    .sorted()
                    .toList();
        }
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
        List<String> own =
                names.stream().filter(name -> isOwn(folder, folder.resolve(name))).toList();
        MigrationOrder order = MigrationOrder.of(folder, own);
        List<MigrationFile> files = order.run().stream().map(name -> file(folder, name)).toList();
        return new Migrations(
                folder,
                order.layout(),
                files,
                names.stream().filter(name -> !order.run().contains(name)).toList());
    }

    /**
     * Whether a file lies in the folder itself: a link out of it would have any file of the machine
     * read, and its words shown.
     */
    private static boolean isOwn(Path folder, Path file) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException broken) {
            return false;
        }
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
            if (Files.size(folder.resolve(name)) > MOST_BYTES) {
                throw new UserProblem(
                        "The migration "
                                + folder.resolve(name)
                                + " is larger than "
                                + (MOST_BYTES >> 20)
                                + " MiB.",
                        "Take the data out of it: only the schema is looked at.");
            }
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
