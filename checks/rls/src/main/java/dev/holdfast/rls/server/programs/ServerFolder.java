package dev.holdfast.rls.server.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of PostgreSQL as plain files, run where they lie if the server's user gets there. */
public record ServerFolder(Path folder) implements Shipped {

    @Override
    public Path unpacked(KeptFolders kept) throws IOException {
        if (kept.account().reaches(folder)) {
            return folder;
        }
        Path postgres = folder.resolve("bin").resolve("postgres");
        // Another version has another size or another time.
        String name =
                "programs-%s-%d-%d"
                        .formatted(
                                folder.getFileName(),
                                Files.size(postgres),
                                Files.getLastModifiedTime(postgres).toMillis());
        return kept.make(name, made -> Trees.copyInto(folder, made));
    }
}
