package dev.holdfast.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** Makes a folder a repository with one commit, as the demo needs it. */
public final class FirstCommit {

    private FirstCommit() {}

    /**
     * Commits everything in the folder that its {@code .gitignore} lets through.
     *
     * @throws IOException when the repository cannot be made
     */
    public static void of(Path folder, String author, String message, Instant at)
            throws IOException {
        PersonIdent person = new PersonIdent(author, "nobody@example.com", at, ZoneOffset.UTC);
        try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage(message)
                    .setAuthor(person)
                    .setCommitter(person)
                    .setSign(false)
                    .setNoVerify(true)
                    .call();
        } catch (GitAPIException broken) {
            throw new IOException("cannot make a repository: " + broken.getMessage(), broken);
        }
    }
}
