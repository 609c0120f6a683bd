package dev.holdfast.git.refs;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.folder.GitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What HEAD names, without a look at all the other references. */
public final class HeadReference {
    private static final int MOST_STEPS = 5;

    private HeadReference() {}

    /**
     * The object that HEAD names; none before the first commit.
     *
     * @throws IOException when that cannot be said
     */
    public static Optional<String> of(GitFolder folder) throws IOException {
        if (!folder.referenceStorage().equals("files")) {
            throw new IOException(
                    "references that are stored as "
                            + folder.referenceStorage()
                            + " cannot be read (git refs migrate --ref-format=files rewrites them)");
        }
        String name = "HEAD";
        for (int steps = 0; steps <= MOST_STEPS; steps++) {
            Path file = file(folder, name);
            if (!Files.exists(file)) {
                return packed(folder, name);
            }
            switch (ReferenceFile.read(file, folder.format())) {
                case ReferenceFile.Names named -> {
                    return Optional.of(named.object());
                }
                case ReferenceFile.StandsFor other -> name = other.reference();
                case ReferenceFile.Broken none ->
                        throw new IOException(name + " is broken: it names no object");
            }
            if (!name.startsWith("refs/") || !Text.isReference(name)) {
                throw new IOException("HEAD stands for what is no reference");
            }
        }
        throw new IOException("HEAD leads from one reference to another in a circle");
    }

    private static Path file(GitFolder folder, String name) {
        boolean isOwn =
                name.equals("HEAD")
                        || name.startsWith("refs/bisect/")
                        || name.startsWith("refs/worktree/")
                        || name.startsWith("refs/rewritten/");
        return (isOwn ? folder.own() : folder.common()).resolve(name);
    }

    private static Optional<String> packed(GitFolder folder, String name) throws IOException {
        List<Survey.Gap> gaps = new ArrayList<>();
        PackedReferences packed =
                PackedReferences.read(
                        folder.common().resolve("packed-refs"), folder.format(), gaps);
        String object = packed.names().get(name);
        if (object == null && !gaps.isEmpty()) {
            throw new IOException(gaps.getFirst().name() + " " + gaps.getFirst().why());
        }
        return Optional.ofNullable(object);
    }
}
