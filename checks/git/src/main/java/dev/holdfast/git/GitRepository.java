package dev.holdfast.git;

import dev.holdfast.core.history.History;
import dev.holdfast.core.history.StagedFiles;
import dev.holdfast.core.ignore.IgnoreRules;
import dev.holdfast.core.project.TrackedFiles;
import dev.holdfast.git.folder.Excludes;
import dev.holdfast.git.folder.GitFolder;
import dev.holdfast.git.folder.GitVariables;
import dev.holdfast.git.history.GitHistory;
import dev.holdfast.git.index.IndexAgainstHead;
import dev.holdfast.git.index.TrackedPaths;
import java.io.IOException;
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

    /** What is staged. */
    public StagedFiles staged() {
        return new IndexAgainstHead(folder);
    }

    /**
     * Its tracked files, as its index has them now; no object is read.
     *
     * @throws IOException when that cannot be said
     */
    public TrackedFiles tracked() throws IOException {
        return TrackedPaths.of(folder);
    }

    /**
     * The bytes of its {@code info/exclude}, whose rules come before those of all other ignore
     * files (gitignore(5)); none when there is no such file. Of a file that is too large no more is
     * read than shows it.
     *
     * <p>The file that {@code core.excludesFile} names is not read, and neither is the one in the
     * user's home: what is looked at, and with it a verdict, must not depend on who asks.
     *
     * @throws IOException when it is there and cannot be read
     */
    public byte[] excludes() throws IOException {
        return Excludes.read(folder, IgnoreRules.LARGEST_FILE + 1);
    }
}
