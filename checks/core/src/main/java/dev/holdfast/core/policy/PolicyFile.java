package dev.holdfast.core.policy;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes of one policy, from a file or built in. */
final class PolicyFile {
    private static final String BUILT_IN = "builtin:";
    private static final int LONGEST_NAME = 300;
    private static final Pattern API_VERSION =
            Pattern.compile("^apiVersion:\\s*[\"']?holdfast/", Pattern.MULTILINE);

    private final String name;
    private final @Nullable Path file;
    private final byte[] bytes;

    private PolicyFile(String name, @Nullable Path file, byte[] bytes) {
        this.name = OneLine.of(name, LONGEST_NAME);
        this.file = file;
        this.bytes = bytes.clone();
    }

    /** A policy that ships with Holdfast. */
    static PolicyFile builtIn(String name, byte[] bytes) {
        return new PolicyFile(BUILT_IN + name, null, bytes);
    }

    /** A file with bytes that were read before. */
    static PolicyFile of(String name, Path file, byte[] bytes) {
        return new PolicyFile(name, file, bytes);
    }

    /**
     * Reads a file.
     *
     * @param shown the file as the user knows it
     * @throws UserProblem when it cannot be read
     */
    static PolicyFile read(Path file, String shown) throws IOException {
        // Nobody may pass a file off as a profile of ours.
        String name = shown.startsWith(BUILT_IN) ? "./" + shown : shown;
        try {
            Path real = file.toRealPath();
            if (Files.isDirectory(real)) {
                throw new UserProblem(name + ": is a folder, not a policy file", null);
            }
            if (!Files.isRegularFile(real)) {
                // To read from a pipe or a terminal may never end.
                throw new UserProblem(name + ": is not a regular file", "copy it into a file");
            }
            try (InputStream in = Files.newInputStream(real)) {
                // One byte more than the reader of YAML takes, so that it says what is wrong.
                return of(
                        name,
                        file.toAbsolutePath().normalize(),
                        in.readNBytes(StrictYaml.MAX_BYTES + 1));
            }
        } catch (NoSuchFileException missing) {
            boolean link = Files.isSymbolicLink(file);
            throw new UserProblem(
                    name + (link ? ": is a link to nowhere" : ": not found"),
                    link ? null : "the path is relative to the file that names it");
        } catch (AccessDeniedException denied) {
            throw new UserProblem(name + ": no permission to read it", null);
        } catch (FileSystemException unreadable) {
            String reason = unreadable.getReason();
            throw new UserProblem(
                    name + ": cannot be read" + (reason == null ? "" : ": " + reason), null);
        }
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean isBuiltIn() {
        return file == null;
    }

    boolean isTooLarge() {
        return bytes.length > StrictYaml.MAX_BYTES;
    }

    /** Whether it claims to be a policy; what is printed of any other file is its name. */
    boolean looksLikePolicy() {
        return API_VERSION.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find();
    }

    /** Where it lies; nothing when it is built in. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * A file that this one names, as the user knows it: relative to where this one is known from.
     *
     * @throws java.nio.file.InvalidPathException when the text is no path
     */
    String show(String relative) {
        Path shown = Path.of(name).resolveSibling(relative).normalize();
        return shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
