package dev.holdfast.rls.server.programs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole folders: copied, given away, deleted. Links are never followed. */
public final class Trees {

    private Trees() {}

    /** What is done to each file and folder. */
    @FunctionalInterface
    public interface Each {
        /** Does it. */
        void to(Path path) throws IOException;
    }

    /** Does something to a folder and all in it, the folder first. */
    public static void each(Path folder, Each doing) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes read)
                            throws IOException {
                        doing.to(path);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes read)
                            throws IOException {
                        doing.to(path);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Copies a folder to a name that is not taken; the copy has the same permissions. */
    public static void copy(Path from, Path to) throws IOException {
        each(
                from,
                path ->
                        Files.copy(
                                path,
                                to.resolve(from.relativize(path)),
                                StandardCopyOption.COPY_ATTRIBUTES));
    }

    /** Copies what is in a folder into one that is there and empty; links stay links. */
    public static void copyInto(Path from, Path to) throws IOException {
        each(
                from,
                path -> {
                    if (!path.equals(from)) {
                        Files.copy(
                                path,
                                to.resolve(from.relativize(path)),
                                StandardCopyOption.COPY_ATTRIBUTES,
                                LinkOption.NOFOLLOW_LINKS);
                    }
                });
    }

    /** Deletes a folder and all in it; one that is not there is fine. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes read)
                            throws IOException {
                        Files.deleteIfExists(path);
                        return FileVisitResult.CONTINUE;
                    }

                    // A server that still ends takes files away under our hands.
                    @Override
                    public FileVisitResult visitFileFailed(Path path, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path path, @Nullable IOException partly) throws IOException {
                        Files.deleteIfExists(path);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
