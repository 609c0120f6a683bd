package dev.holdfast.rls.server;

import dev.holdfast.rls.server.programs.Trees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;

/**
 * Folders of servers whose process, and the shell that should have deleted them, were both killed.
 * Who lives holds a lock on a file in his folder; the operating system lets go of it with him. A
 * server that outlived both ends when its files are gone.
 */
final class Leftovers {
    static final String PREFIX = "holdfast-postgresql-";
    private static final String LOCK = "lock";
    private static final String PROCESS = "process";

    private Leftovers() {}

    /** Marks a folder as in use until the channel is closed, or our process ends. */
    static FileChannel hold(Path folder) throws IOException {
        Files.writeString(folder.resolve(PROCESS), process());
        // It gets its name when it is locked: before, it would look like a file that nobody holds.
        Path made = folder.resolve(LOCK + ".new");
        FileChannel channel =
                FileChannel.open(made, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
            Files.move(made, folder.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        return channel;
    }

    /** Deletes what nobody holds any more and is ours; what cannot be deleted stays. */
    static void sweep(Path place, UserPrincipal ours) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path each : folders) {
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).equals(ours)
                        && isLeft(each)) {
                    Trees.delete(each);
                }
            }
        } catch (IOException busy) {
            // Another process sweeps too, or it is for the next one.
        }
    }

    // A folder without the file is being made at this moment.
    private static boolean isLeft(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || isOfThisProcess(folder)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    // To open and close the file once more would let go of our own lock (FileLock: closing any
    // channel of a file releases all locks of the process on it, on some systems).
    private static boolean isOfThisProcess(Path folder) throws IOException {
        Path file = folder.resolve(PROCESS);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(file).equals(process());
    }

    private static String process() {
        return String.valueOf(ProcessHandle.current().pid());
    }
}
