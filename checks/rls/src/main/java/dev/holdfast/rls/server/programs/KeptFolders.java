package dev.holdfast.rls.server.programs;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders that cost time to make and are kept from run to run, in the user's folder for caches.
 *
 * <p>Each is made aside and moved to its name in one step: who sees it sees it whole, and of two
 * processes that make the same one, one wins and the other throws its own away.
 */
public final class KeptFolders {
    /** Where root keeps them when nobody may enter root's own folder (hier(7)). */
    private static final Path OF_THE_SYSTEM = Path.of("/var/cache/holdfast");

    private final Path folder;

    private KeptFolders(Path folder) {
        this.folder = folder;
    }

    /**
     * The kept folders of a user.
     *
     * @param caches Holdfast's folder in the user's folder for caches; made when it is not there
     */
    public static KeptFolders in(Path caches, Account account) throws IOException {
        Path chosen = account.reaches(caches) ? caches.toAbsolutePath() : OF_THE_SYSTEM;
        return new KeptFolders(chosen.resolve("postgresql"));
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
        Path aside = Files.createTempDirectory(folder, ".new-");
        try {
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
}
