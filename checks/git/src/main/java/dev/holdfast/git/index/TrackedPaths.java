package dev.holdfast.git.index;

import dev.holdfast.core.project.TrackedFiles;
import dev.holdfast.git.folder.GitFolder;
import dev.holdfast.git.pack.FileMode;
import dev.holdfast.git.refs.HeadReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The files of the index, without a look at any object. A folder that a sparse index holds as a
 * whole (git-sparse-checkout(1)) counts as if everything in it were tracked: what it holds is only
 * said by objects, and what is tracked must be looked at.
 */
public final class TrackedPaths implements TrackedFiles {
    private final List<String> files;
    private final List<String> folders;
    private final List<String> submodules;

    private TrackedPaths(List<String> files, List<String> folders, List<String> submodules) {
        this.files = files;
        this.folders = folders;
        this.submodules = submodules;
    }

    /**
     * Reads the index of a work tree.
     *
     * @throws IOException when it is not as git writes it, or when there is none although there are
     *     commits
     */
    public static TrackedFiles of(GitFolder folder) throws IOException {
        Optional<Path> index = folder.index();
        if (index.isEmpty()) {
            boolean isBare = folder.root().equals(folder.own());
            if (!isBare && HeadReference.of(folder).isPresent()) {
                throw new IOException(
                        folder.indexFile()
                                + " is missing, so that nobody knows which files are tracked"
                                + " (git reset makes a new one)");
            }
            return NONE;
        }
        List<String> files = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        List<String> submodules = new ArrayList<>();
        for (IndexEntry each : IndexReader.read(index.get(), folder).entries()) {
            switch (each.mode() & FileMode.KIND) {
                case FileMode.FOLDER -> folders.add(text(each.path()));
                case FileMode.SUBMODULE -> submodules.add(text(each.path()));
                default -> files.add(text(each.path()));
            }
        }
        // The index is in the order of bytes, which is not that of characters.
        Collections.sort(files);
        return new TrackedPaths(files, folders, submodules);
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public boolean isTracked(String path) {
        return Collections.binarySearch(files, path) >= 0 || liesInWholeFolder(path);
    }

    @Override
    public boolean anyBelow(String folder) {
        String start = folder.isEmpty() ? "" : folder + "/";
        int found = Collections.binarySearch(files, start);
        int first = found >= 0 ? found : -found - 1;
        return (first < files.size() && files.get(first).startsWith(start))
                || folders.stream().anyMatch(each -> each.startsWith(start))
                || submodules.stream().anyMatch(each -> (each + "/").startsWith(start))
                || liesInWholeFolder(start);
    }

    @Override
    public boolean isRepository(String path) {
        return submodules.contains(path);
    }

    /** Their names end with a slash. */
    private boolean liesInWholeFolder(String path) {
        for (String each : folders) {
            if (path.startsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
