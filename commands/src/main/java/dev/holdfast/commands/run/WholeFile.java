package dev.holdfast.commands.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: a reader never sees half of it, nor none for a moment. */
final class WholeFile {

    private WholeFile() {}

    /** Writes what the file is to hold. */
    @FunctionalInterface
    interface Content {

        /** Writes everything; does not close the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        // A device such as /dev/stderr, or a link, is written through, not replaced.
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.writeTo(out);
            }
            return;
        }
        Path half = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            // An older half is a leaving of a run that was stopped; a link in its place is refused.
            Files.deleteIfExists(half);
            try (OutputStream out =
                    new BufferedOutputStream(
                            Files.newOutputStream(
                                    half,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            // Not REPLACE_EXISTING: the JDK then removes the old file first.
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
