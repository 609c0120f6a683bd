package dev.holdfast.secrets.known;

import dev.holdfast.core.result.FingerprintKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The folder of one user for what is remembered of all repositories, with the secret of this
 * machine that shows that it is our own. It lies outside of every project: what comes with a clone,
 * a branch or a restored work tree can say nothing of what is clean.
 */
public final class CleanFolder {
    private static final int SECRET = 32;
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;
    private final RandomGenerator random;

    /**
     * A folder that may not be there yet.
     *
     * @param random makes the secret; must be one that nobody can foretell
     */
    public CleanFolder(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    /**
     * What is remembered of one repository.
     *
     * @param repository what the repository is called on this machine
     * @param search 32 bytes that stand for everything on which it hangs what is found
     */
    public CleanContents open(String repository, FingerprintKey key, byte[] search) {
        try {
            Authenticator authenticator = new Authenticator(key.withSecret(secret()));
            byte[] name = authenticator.of(repository.getBytes(StandardCharsets.UTF_8));
            return new CleanFile(
                    folder.resolve(HexFormat.of().formatHex(name, 0, 16) + ".clean"),
                    authenticator,
                    search);
        } catch (NotUsable reason) {
            return CleanContents.none(String.valueOf(reason.getMessage()));
        } catch (IOException | UnsupportedOperationException unusable) {
            return CleanContents.none("the folder " + folder + " cannot be used");
        }
    }

    private byte[] secret() throws IOException {
        Files.createDirectories(folder, of("rwx------"));
        Path probe = Files.createTempFile(folder, "part", "", of("rw-------"));
        try {
            UserPrincipal self = Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
            mustBeOurs(folder, self);
            Path file = folder.resolve("secret");
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                make(probe, file);
            }
            mustBeOurs(file, self);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) != SECRET) {
                throw new NotUsable(file + " is not as it was made; delete it");
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /**
     * Whole or not at all; another run may do the same at the same time, and the first one wins.
     */
    private void make(Path part, Path file) throws IOException {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        Files.write(part, secret);
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException other) {
            // The other one's is read then.
            return;
        }
    }

    private static void mustBeOurs(Path path, UserPrincipal self) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.owner().equals(self)
                || attributes.permissions().stream().anyMatch(OTHERS::contains)) {
            throw new NotUsable(path + " is not of this user alone (chmod go= mends it)");
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> of(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
