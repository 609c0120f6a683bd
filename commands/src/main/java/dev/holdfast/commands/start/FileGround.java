package dev.holdfast.commands.start;

import dev.holdfast.commands.report.Visible;
import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The files below a root. No path through a link is followed: what is written stays in the project,
 * whatever somebody has put there.
 */
final class FileGround implements Ground {
    private static final int MOST = 1 << 20;

    private final Path root;

    FileGround(Path root) {
        this.root = root;
    }

    @Override
    public Found at(String path) throws IOException {
        checkFolders(path);
        Path file = root.resolve(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Found.Nothing();
        }
        if (Files.isSymbolicLink(file)) {
            return new Found.Other("a link");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Found.Other(Files.isDirectory(file) ? "a folder" : "no regular file");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            return bytes.length > MOST
                    ? new Found.Other("larger than 1 MiB")
                    : new Found.Text(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return new Found.Other("not readable");
        }
    }

    /**
     * Looks at each folder on the way from the root to a file.
     *
     * @throws UserProblem when one is a link or no folder
     */
    void checkFolders(String path) {
        Path relative = Path.of(path).normalize();
        if (relative.isAbsolute() || relative.startsWith("..")) {
            throw new IllegalArgumentException("out of the root: " + path);
        }
        Path folder = root;
        for (int i = 0; i < relative.getNameCount() - 1; i++) {
            folder = folder.resolve(relative.getName(i));
            String shown = Visible.line(root.relativize(folder).toString());
            if (Files.isSymbolicLink(folder)) {
                throw new UserProblem(
                        shown + " is a link, and nothing is written through a link",
                        "put a folder there, or write "
                                + Visible.line(path)
                                + " by hand;"
                                + " nothing was written");
            }
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserProblem(
                        shown + " is no folder, so " + Visible.line(path) + " cannot be written",
                        "move that file away; nothing was written");
            }
        }
    }

    /**
     * Looks whether a file can be written, without writing it.
     *
     * @throws UserProblem when its folder, or the nearest one that there is, takes no file
     */
    void checkWritable(String path) {
        checkFolders(path);
        Path folder = root.resolve(path).getParent();
        while (folder != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isWritable(folder)) {
            throw new UserProblem(
                    "no permission to write " + Visible.line(path),
                    "make its folder writable; nothing was written");
        }
    }
}
