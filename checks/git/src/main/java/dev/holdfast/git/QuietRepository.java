package dev.holdfast.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens repositories so that nothing that stands in them is run. */
final class QuietRepository {

    private QuietRepository() {}

    /**
     * Opens the repository of a work tree.
     *
     * @throws IOException when it cannot be read
     */
    static Repository open(Path workTree) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(workTree.toFile());
        if (builder.getGitDir() == null) {
            throw new IOException("there is no git repository");
        }
        Repository repository = builder.setMustExist(true).build();
        StoredConfig config = repository.getConfig();
        // A repository that was unpacked from somewhere brings its own configuration, and a clean
        // or smudge filter in it is a program to run. It is never saved without them.
        for (String filter : config.getSubsections("filter")) {
            config.unsetSection("filter", filter);
        }
        return repository;
    }
}
