package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.ignore.IgnoreRules;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.project.TrackedFiles;
import dev.holdfast.git.GitRepository;
import dev.holdfast.secrets.scan.Ignored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * What git ignores in a project and does not track. An ignore file that cannot be read, or is a
 * link, ignores nothing: git does not follow such links either.
 */
final class GitIgnored implements Ignored {
    private final Path root;
    private final TrackedFiles tracked;
    private final IgnoreRules rules;

    private GitIgnored(Path root, TrackedFiles tracked, IgnoreRules rules) {
        this.root = root;
        this.tracked = tracked;
        this.rules = rules;
    }

    static Ignored of(Project project, Surroundings surroundings) throws IOException {
        GitRepository repository = Repositories.open(project, surroundings);
        return new GitIgnored(
                project.root(),
                repository.tracked(),
                IgnoreRules.NONE.with("", repository.excludes()));
    }

    @Override
    public Ignored in(String folder) {
        // What a submodule ignores is its own business, also when it lies in an ignored folder.
        return tracked.isRepository(folder)
                ? new GitIgnored(root, tracked, IgnoreRules.NONE).rulesIn(folder)
                : rulesIn(folder);
    }

    private Ignored rulesIn(String folder) {
        Path file = root.resolve(folder).resolve(".gitignore");
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return this;
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] text = in.readNBytes(IgnoreRules.LARGEST_FILE + 1);
                return new GitIgnored(root, tracked, rules.with(folder, text));
            }
        } catch (IOException unreadable) {
            return this;
        }
    }

    @Override
    public boolean ignores(String path, boolean isFolder) {
        return rules.ignores(path, isFolder)
                && !tracked.isTracked(path)
                && !(isFolder && tracked.anyBelow(path));
    }
}
