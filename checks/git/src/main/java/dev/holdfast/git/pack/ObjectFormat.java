package dev.holdfast.git.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How a repository names its objects: by SHA-1 or by SHA-256 (extensions.objectFormat). */
public enum ObjectFormat {
    SHA_1("SHA-1", 20),
    SHA_256("SHA-256", 32);

    private final String algorithm;
    private final int length;

    ObjectFormat(String algorithm, int length) {
        this.algorithm = algorithm;
        this.length = length;
    }

    /** How many bytes a name has. */
    public int length() {
        return length;
    }

    /** Computes names, and the checksums at the end of git's files. */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            // Every Java runtime has both.
            throw new IllegalStateException(algorithm, missing);
        }
    }
}
