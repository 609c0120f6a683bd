package dev.holdfast.commands.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which program this is, by its bytes: a version number would not change with each rule that is
 * built in.
 */
final class ProgramIdentity {
    private static final int PIECE = 1 << 16;

    private ProgramIdentity() {}

    /** A SHA-256 that has taken in every file of the class path, in its order. */
    static MessageDigest digest() throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        for (String entry :
                System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            for (Path file : files(Path.of(entry))) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                        digest.update(piece, 0, read);
                    }
                }
            }
        }
        return digest;
    }

    /** A jar itself; the classes of a folder, in an order of their own. */
    private static List<Path> files(Path entry) throws IOException {
        if (!Files.exists(entry)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(entry)) {
            return all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
