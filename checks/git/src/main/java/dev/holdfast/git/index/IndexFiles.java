package dev.holdfast.git.index;

import dev.holdfast.core.project.TrackedFiles;
import dev.holdfast.git.folder.GitFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The files that stand in the index. */
public final class IndexFiles implements TrackedFiles {
    private final NavigableSet<String> paths;

    private IndexFiles(NavigableSet<String> paths) {
        this.paths = paths;
    }

    /**
     * Reads the index; a repository without one tracks nothing.
     *
     * @throws IOException when it cannot be read
     */
    public static TrackedFiles read(GitFolder folder) throws IOException {
        Optional<Path> file = folder.index();
        if (file.isEmpty()) {
            return NONE;
        }
        TreeSet<String> paths = new TreeSet<>();
        for (IndexEntry each : IndexReader.read(file.get(), folder).entries()) {
            byte[] bytes = each.path().getBytes(StandardCharsets.ISO_8859_1);
            paths.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return new IndexFiles(paths);
    }

    @Override
    public boolean isTracked(String path) {
        return paths.contains(path);
    }

    @Override
    public boolean anyBelow(String folder) {
        String start = folder + "/";
        String next = paths.ceiling(start);
        return next != null && next.startsWith(start);
    }
}
