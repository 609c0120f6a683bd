package dev.holdfast.git.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The ignore file that belongs to the repository and to no commit. */
public final class Excludes {
    private Excludes() {}

    /**
     * The bytes of {@code info/exclude}, which all work trees share; none when there is no such
     * file.
     *
     * @param most how many bytes to read at most
     * @throws IOException when it is there and cannot be read
     */
    public static byte[] read(GitFolder folder, int most) throws IOException {
        Path file = folder.common().resolve("info/exclude");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new byte[0];
        }
        // Whoever opens a pipe waits for its other end.
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file, so that its rules cannot be read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }
}
