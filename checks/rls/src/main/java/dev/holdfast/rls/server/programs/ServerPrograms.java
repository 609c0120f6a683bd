package dev.holdfast.rls.server.programs;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The programs of one installed PostgreSQL.
 *
 * @param bin the folder of {@code postgres} and {@code initdb}, without links in it
 * @param share the folder of {@code postgres.bki}
 */
public record ServerPrograms(Path bin, Path share, PostgresVersion version) {
    private static final Duration ANSWERING = Duration.ofSeconds(20);
    private static final Path OF_DEBIAN = Path.of("/usr/lib/postgresql");

    /**
     * Where to look.
     *
     * @param folder the folder of the programs that the user named; nothing else is then looked at
     * @param major the version that the user named
     * @param shipped what came with Holdfast, of that version; wins over what the machine has
     * @param path the folders of the variable {@code PATH}, with colons between them
     */
    public record Search(
            Optional<Path> folder,
            Optional<Integer> major,
            Optional<Shipped> shipped,
            String path) {}

    /**
     * Finds them: what the user named, else what came with Holdfast, else the newest of the machine
     * (of the version that the user named).
     *
     * @throws UserProblem when there are none, or none new enough
     */
    public static ServerPrograms find(Search search, KeptFolders kept) throws IOException {
        if (search.folder().isPresent()) {
            return named(search.folder().get());
        }
        if (search.shipped().isPresent()) {
            return at(search.shipped().get().unpacked(kept).resolve("bin"))
                    .orElseThrow(() ->
                            new UserProblem(
                                    "The programs of PostgreSQL that came with Holdfast do not run"
                                            + " on this machine.",
                                    "Name the folder of others with --postgres."));
        }
        List<ServerPrograms> found = ofMachine(search.path());
        ServerPrograms newest =
                found.stream()
                        .filter(each -> isAskedFor(each, search.major()))
                        .max(Comparator.comparing(ServerPrograms::version))
                        .orElseThrow(() ->
                                new UserProblem(
                                        "There is no PostgreSQL"
                                                + search.major().map(each -> " " + each).orElse("")
                                                + " here: no program postgres on PATH or in "
                                                + OF_DEBIAN
                                                + ".",
                                        "Install PostgreSQL "
                                                + PostgresVersion.OLDEST
                                                + " or newer, or name the folder of its"
                                                + " programs with --postgres."));
        return newEnough(newest);
    }

    private static boolean isAskedFor(ServerPrograms found, Optional<Integer> major) {
        return major.isEmpty() || major.get() == found.version().major();
    }

    private static ServerPrograms named(Path folder) throws IOException {
        return newEnough(
                at(folder)
                        .or(() -> at(folder.resolve("bin")))
                        .orElseThrow(() ->
                                new UserProblem(
                                        "There are no programs of a PostgreSQL server in "
                                                + folder
                                                + ".",
                                        "Name the folder that holds postgres and" + " initdb.")));
    }

    private static ServerPrograms newEnough(ServerPrograms found) {
        if (found.version().major() < PostgresVersion.OLDEST) {
            throw new UserProblem(
                    "PostgreSQL "
                            + found.version()
                            + " in "
                            + found.bin()
                            + " is too old: its views cannot be security_invoker.",
                    "Install PostgreSQL " + PostgresVersion.OLDEST + " or newer.");
        }
        return found;
    }

    private static List<ServerPrograms> ofMachine(String path) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String each : path.split(":", -1)) {
            if (each.startsWith("/")) {
                folders.add(Path.of(each));
            }
        }
        if (Files.isDirectory(OF_DEBIAN)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(OF_DEBIAN)) {
                versions.forEach(version -> folders.add(version.resolve("bin")));
            }
        }
        return folders.stream().distinct().flatMap(each -> at(each).stream()).toList();
    }

    /** The programs in a folder, when they are there and say their version. */
    private static Optional<ServerPrograms> at(Path folder) {
        try {
            Path postgres = folder.resolve("postgres").toRealPath();
            Path bin = postgres.resolveSibling("");
            if (!Files.isExecutable(bin.resolve("initdb"))) {
                return Optional.empty();
            }
            String printed =
                    new Command(List.of(postgres.toString(), "--version"), Path.of("/"), "")
                            .output(ANSWERING);
            Optional<PostgresVersion> version = PostgresVersion.in(printed);
            if (version.isEmpty()) {
                return Optional.empty();
            }
            return share(bin, version.get().major())
                    .map(share -> new ServerPrograms(bin, share, version.get()));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    // As PostgreSQL's own build, the packages of Debian, of PGDG for Red Hat and of Homebrew lay
    // it.
    private static Optional<Path> share(Path bin, int major) throws IOException {
        Path prefix = bin.resolve("..").normalize();
        List<Path> candidates = new ArrayList<>();
        candidates.add(prefix.resolve("share"));
        candidates.add(Path.of("/usr/share/postgresql/" + major));
        if (Files.isDirectory(prefix.resolve("share"))) {
            try (DirectoryStream<Path> below =
                    Files.newDirectoryStream(prefix.resolve("share"), "{postgresql,pgsql}*")) {
                below.forEach(candidates::add);
            }
        }
        return candidates.stream()
                .filter(each -> Files.isRegularFile(each.resolve("postgres.bki")))
                .findFirst();
    }
}
