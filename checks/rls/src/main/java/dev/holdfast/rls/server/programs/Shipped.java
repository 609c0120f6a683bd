package dev.holdfast.rls.server.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Programs of PostgreSQL that came with Holdfast. */
public sealed interface Shipped permits ServerArchive, ServerFolder {
    /** The version that is used when nobody names another: it does not depend on the machine. */
    int PINNED = 17;

    /**
     * The folder that holds {@code bin}, {@code lib} and {@code share}, unpacked now unless an
     * earlier run did.
     */
    Path unpacked(KeptFolders kept) throws IOException;

    /**
     * The programs of a version, when they came with Holdfast.
     *
     * @param library the folder of the installation that holds them, as a folder ({@code 17}) or an
     *     archive ({@code 18.jar}) each
     */
    static Optional<Shipped> of(Path library, int major) {
        Path folder = library.resolve(String.valueOf(major));
        if (Files.isDirectory(folder.resolve("bin"))) {
            return Optional.of(new ServerFolder(folder));
        }
        Path jar = library.resolve(major + ".jar");
        return Files.isRegularFile(jar) ? Optional.of(new ServerArchive(jar)) : Optional.empty();
    }
}
