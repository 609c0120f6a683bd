package dev.holdfast.git.folder;

import dev.holdfast.git.pack.ObjectFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one repository.
 *
 * @param root the folder of the work tree, or the repository itself when it is bare
 * @param own what belongs to this work tree alone: HEAD, the index
 * @param common what all its work trees share: objects, references, configuration
 * @param indexFile the index of this work tree, if it is there
 * @param objects where the objects lie, the own folder first
 * @param format how objects are named
 * @param referenceStorage how references are kept: {@code files} or something else
 * @param unknownExtensions extensions that are on and that may change what anything means
 */
public record GitFolder(
        Path root,
        Path own,
        Path common,
        Path indexFile,
        List<Path> objects,
        ObjectFormat format,
        String referenceStorage,
        Set<String> unknownExtensions) {
    private static final int LONGEST_LINK = 1 << 16;
    private static final String LINK = "gitdir:";

    // Those of git-config(1) that change nothing here, or that are read.
    private static final Set<String> KNOWN_EXTENSIONS =
            Set.of(
                    "noop",
                    "noop-v1",
                    "objectformat",
                    "compatobjectformat",
                    "partialclone",
                    "preciousobjects",
                    "refstorage",
                    "relativeworktrees",
                    "submodulepathconfig",
                    "worktreeconfig");

    /**
     * Finds the repository that a folder lies in, as git does: the folder, then those around it;
     * when there is none, the one that git says it works on.
     *
     * @throws dev.holdfast.core.problem.UserProblem when git says that it works on another one
     * @throws NoSuchFileException when there is none
     * @throws IOException when it cannot be read
     */
    public static GitFolder find(Path start, GitVariables variables) throws IOException {
        Optional<GitFolder> found = around(start);
        Optional<Path> named = variables.repository();
        if (found.isEmpty() && named.isPresent() && isRepository(named.get())) {
            found = Optional.of(of(variables.workTree(), named.get().toRealPath()));
        }
        if (found.isEmpty()) {
            throw new NoSuchFileException(start.toString(), null, "there is no git repository");
        }
        variables.mustMean(found.get());
        return variables.applyTo(found.get());
    }

    private static Optional<GitFolder> around(Path start) throws IOException {
        for (Path each = start.toRealPath(); each != null; each = each.getParent()) {
            Path git = each.resolve(".git");
            Path own = null;
            if (Files.isRegularFile(git)) {
                own = linked(each, git);
            } else if (isRepository(git)) {
                own = git;
            } else if (isRepository(each)) {
                own = each;
            }
            if (own != null) {
                return Optional.of(of(each, own.toRealPath()));
            }
        }
        return Optional.empty();
    }

    /** Follows the file that stands in the place of the folder in linked work trees. */
    private static Path linked(Path folder, Path file) throws IOException {
        String text = shortText(file);
        if (!text.startsWith(LINK)) {
            throw new IOException(file + " does not say where the repository is");
        }
        Path own = resolve(folder, text.substring(LINK.length()).strip(), file);
        if (!isRepository(own)) {
            throw new IOException(file + " names a folder that is no repository");
        }
        return own;
    }

    private static boolean isRepository(Path folder) {
        Path head = folder.resolve("HEAD");
        return (Files.isRegularFile(head) || Files.isSymbolicLink(head))
                && (Files.exists(folder.resolve("commondir"), LinkOption.NOFOLLOW_LINKS)
                        || (Files.isDirectory(folder.resolve("objects"))
                                && Files.isDirectory(folder.resolve("refs"))));
    }

    private static GitFolder of(Path root, Path own) throws IOException {
        Path link = own.resolve("commondir");
        Path common = own;
        if (Files.exists(link)) {
            common = resolve(own, shortText(link).strip(), link).toRealPath();
        }
        Map<String, String> settings = GitConfig.read(common.resolve("config"));
        Set<String> unknown = new TreeSet<>();
        for (String key : settings.keySet()) {
            if (key.startsWith("extensions.")
                    && !KNOWN_EXTENSIONS.contains(key.substring("extensions.".length()))) {
                unknown.add(key);
            }
        }
        String storage = settings.getOrDefault("extensions.refstorage", "files");
        return new GitFolder(
                root,
                own,
                common,
                own.resolve("index"),
                List.of(common.resolve("objects")),
                format(settings.get("extensions.objectformat")),
                storage.toLowerCase(Locale.ROOT),
                unknown);
    }

    private static ObjectFormat format(@Nullable String name) throws IOException {
        if (name == null || name.equalsIgnoreCase("sha1")) {
            return ObjectFormat.SHA_1;
        }
        if (name.equalsIgnoreCase("sha256")) {
            return ObjectFormat.SHA_256;
        }
        throw new IOException("the repository names its objects in a way that is not known");
    }

    private static Path resolve(Path from, String name, Path saidBy) throws IOException {
        try {
            return from.resolve(name);
        } catch (InvalidPathException odd) {
            throw new IOException(saidBy + " names no folder", odd);
        }
    }

    private static String shortText(Path file) throws IOException {
        if (Files.size(file) > LONGEST_LINK) {
            throw new IOException(file + " is longer than a link to a folder");
        }
        byte[] bytes = Files.readAllBytes(file);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The index of this work tree, when there is one. */
    public Optional<Path> index() {
        return Files.exists(indexFile) ? Optional.of(indexFile) : Optional.empty();
    }

    /** The same repository with another index and other objects. */
    GitFolder with(Path otherIndex, List<Path> otherObjects) {
        return new GitFolder(
                root,
                own,
                common,
                otherIndex,
                List.copyOf(otherObjects),
                format,
                referenceStorage,
                unknownExtensions);
    }
}
