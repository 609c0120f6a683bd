package dev.holdfast.commands.start;

import dev.holdfast.commands.report.Visible;
import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that are not there: each whole or not at all, and never over another. */
final class FileWriter {
    private final Path root;
    private final FileGround ground;

    FileWriter(Path root) {
        this.root = root;
        this.ground = new FileGround(root);
    }

    /**
     * Writes a file.
     *
     * @param path relative to the root, with '/'
     * @throws UserProblem when it is there by now, or may not be written
     */
    void write(String path, String content) throws IOException {
        ground.checkFolders(path);
        Path file = root.resolve(path);
        Path folder = file.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // Once more: somebody may have put a link there meanwhile.
            ground.checkFolders(path);
            place(file, content);
        } catch (FileAlreadyExistsException appeared) {
            throw new UserProblem(
                    Visible.line(path) + " has just appeared, and is left alone",
                    "run holdfast init again");
        } catch (AccessDeniedException denied) {
            throw new UserProblem(
                    "no permission to write " + Visible.line(path), "make its folder writable");
        }
    }

    private static void place(Path file, String content) throws IOException {
        Path half = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(half);
        try {
            Files.writeString(
                    half,
                    content,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            try {
                // A second name for the whole file: fails when the name is taken, without a race.
                Files.createLink(file, half);
            } catch (FileAlreadyExistsException appeared) {
                throw appeared;
            } catch (UnsupportedOperationException | IOException noLinks) {
                // Some file systems have no hard links; moving refuses a name that is taken, too.
                Files.move(half, file);
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
