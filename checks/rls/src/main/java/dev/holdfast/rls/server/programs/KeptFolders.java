package dev.holdfast.rls.server.programs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/**
 * Folders that cost time to make and are kept from run to run, in the user's folder for caches.
 *
 * <p>Each is made aside and moved to its name in one step: who sees it sees it whole, and of two
 * processes that make the same one, one wins and the other throws its own away.
 */
public final class KeptFolders {
    /** Where root keeps them when nobody may enter root's own folder (hier(7)). */
    private static final Path OF_THE_SYSTEM = Path.of("/var/cache/holdfast");

    private static final String NEW = ".new-";
    private static final Duration LONGEST_MAKING = Duration.ofHours(6);

    private final Path folder;
    private final Account account;

    private KeptFolders(Path folder, Account account) {
        this.folder = folder;
        this.account = account;
    }

    /** Who runs what is kept. */
    Account account() {
        return account;
    }

    /**
     * The kept folders of a user.
     *
     * @param caches Holdfast's folder in the user's folder for caches; made when it is not there
     */
    public static KeptFolders in(Path caches, Account account) throws IOException {
        Path chosen = account.reaches(caches) ? caches.toAbsolutePath() : OF_THE_SYSTEM;
        return new KeptFolders(chosen.resolve("postgresql"), account);
    }

    /** What fills a folder that is not there yet. */
    @FunctionalInterface
    public interface Making {
        /** Fills the empty folder. */
        void fill(Path empty) throws IOException;
    }

    /** The folder of that name, filled now unless it is there. */
    public Path make(String name, Making making) throws IOException {
        Path done = folder.resolve(name);
        if (Files.isDirectory(done)) {
            return done;
        }
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, NEW);
        try {
            sweep(Files.getLastModifiedTime(aside).toInstant().minus(LONGEST_MAKING));
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
            making.fill(aside);
            Files.move(aside, done, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException lost) {
            if (!Files.isDirectory(done)) {
                throw lost;
            }
        } finally {
            Trees.delete(aside);
        }
        return done;
    }

    /** Deletes what was being made when its process was killed. */
    private void sweep(Instant before) throws IOException {
        try (DirectoryStream<Path> begun = Files.newDirectoryStream(folder, NEW + "*")) {
            for (Path each : begun) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
                    Trees.delete(each);
                }
            }
        }
    }
}
