package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.git.GitRepository;
import dev.holdfast.secrets.known.CleanContents;
import dev.holdfast.secrets.known.CleanFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * Where this user's machine keeps what is known of histories: in the folder for caches (XDG Base
 * Directory Specification), and never in the project.
 */
public final class Remembered {

    private Remembered() {}

    /** What earlier runs of this program with this policy found to be clean in a repository. */
    public static CleanContents of(
            GitRepository repository, Workspace workspace, Surroundings surroundings) {
        Optional<Path> folder = folder(surroundings.environment());
        if (folder.isEmpty()) {
            return CleanContents.none("there is no folder for caches (HOME is not set)");
        }
        try {
            if (isInside(folder.get(), workspace.project().root())) {
                return CleanContents.none(
                        "the folder for caches lies in the project, which may say nothing of what"
                                + " is clean");
            }
            MessageDigest search = ProgramIdentity.digest();
            search.update(
                    workspace.policy().reference().sha256().getBytes(StandardCharsets.US_ASCII));
            return new CleanFolder(folder.get(), surroundings.random())
                    .open(
                            repository.root().toRealPath().toString(),
                            workspace.key(),
                            search.digest());
        } catch (IOException unreadable) {
            return CleanContents.none("the folder for caches cannot be used");
        }
    }

    private static Optional<Path> folder(Map<String, String> environment) {
        return CacheFolder.of(environment).map(caches -> caches.resolve("history"));
    }

    /** Whether the part of a path that is there leads into a folder. */
    private static boolean isInside(Path path, Path folder) throws IOException {
        for (Path each = path; each != null; each = each.getParent()) {
            if (Files.exists(each)) {
                return each.toRealPath().startsWith(folder.toRealPath());
            }
        }
        return false;
    }
}
