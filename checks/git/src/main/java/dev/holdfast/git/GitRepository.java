package dev.holdfast.git;

import dev.holdfast.core.history.History;
import dev.holdfast.core.history.StagedFiles;
import dev.holdfast.core.project.TrackedFiles;
import dev.holdfast.git.folder.GitFolder;
import dev.holdfast.git.folder.GitVariables;
import dev.holdfast.git.history.GitHistory;
import dev.holdfast.git.index.IndexAgainstHead;
import dev.holdfast.git.index.IndexFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The front door of the capability: one repository, read by our own code and never written to. */
public final class GitRepository {
    private final GitFolder folder;

    private GitRepository(GitFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens the repository that a folder lies in.
     *
     * @param workTree the folder, or one inside of it
     * @param variables what git says of the repository to what it runs
     * @throws dev.holdfast.core.problem.UserProblem when they name another repository
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException when it cannot be read
     */
    public static GitRepository open(Path workTree, GitVariables variables) throws IOException {
        return new GitRepository(GitFolder.find(workTree, variables));
    }

    /** The root of its work tree, to which all paths are relative; itself when it has none. */
    public Path root() {
        return folder.root();
    }

    /** Its history. */
    public History history() {
        return new GitHistory(folder);
    }

    /**
     * The files that it tracks.
     *
     * @throws IOException when the index cannot be read
     */
    public TrackedFiles tracked() throws IOException {
        return IndexFiles.read(folder);
    }

    /**
     * The ignore file that belongs to this clone alone; empty when there is none. The file in the
     * user's home is not heeded: what is looked at must not depend on whose home it is.
     */
    public byte[] excludes() throws IOException {
        Path file = folder.common().resolve("info/exclude");
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /** What is staged. */
    public StagedFiles staged() {
        return new IndexAgainstHead(folder);
    }
}
