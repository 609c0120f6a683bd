package dev.holdfast.core.policy;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of one policy file. */
final class PolicyFile {
    // One byte more than the reader of YAML takes, so that it says what is wrong.
    private static final int MOST = (1 << 20) + 1;

    private final String name;
    private final Path folder;
    private final byte[] bytes;

    /**
     * A file that was read.
     *
     * @param name the file as the user knows it
     * @param folder where relative names in it start from
     */
    PolicyFile(String name, Path folder, byte[] bytes) {
        this.name = name;
        this.folder = folder;
        this.bytes = bytes.clone();
    }

    String name() {
        return name;
    }

    Path folder() {
        return folder;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Reads a file.
     *
     * @throws UserProblem when it cannot be read
     */
    static PolicyFile read(Path file, String name) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserProblem(name + ": is a folder, not a policy file", null);
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        try (InputStream in = Files.newInputStream(file)) {
            return new PolicyFile(name, folder == null ? file : folder, in.readNBytes(MOST));
        } catch (NoSuchFileException missing) {
            throw new UserProblem(name + ": not found", "is it a link to nowhere?");
        } catch (AccessDeniedException denied) {
            throw new UserProblem(name + ": no permission to read it", null);
        }
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
