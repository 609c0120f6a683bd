package dev.holdfast.core.result;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC-SHA-256 under one key (RFC 2104), and PBKDF2 with it (RFC 8018, 5.2).
 *
 * <p>The JDK has both, behind a provider whose start costs a command more than its whole search of
 * one file, and its PBKDF2 hashes the key anew in each round. The digest itself is the JDK's.
 */
final class HmacSha256 {
    private static final int BLOCK = 64;
    private static final int LENGTH = 32;

    private final MessageDigest inner;
    private final MessageDigest outer;

    HmacSha256(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256().digest(key) : key, BLOCK);
        inner = begun(block, 0x36);
        outer = begun(block, 0x5c);
        Arrays.fill(block, (byte) 0);
    }

    private static MessageDigest begun(byte[] block, int pad) {
        byte[] padded = new byte[BLOCK];
        for (int index = 0; index < BLOCK; index++) {
            padded[index] = (byte) (block[index] ^ pad);
        }
        MessageDigest begun = sha256();
        begun.update(padded);
        Arrays.fill(padded, (byte) 0);
        return begun;
    }

    /** The 32 bytes for a message. */
    byte[] of(byte[] message) {
        MessageDigest second = copy(outer);
        second.update(copy(inner).digest(message));
        return second.digest();
    }

    /** The first 32 bytes that PBKDF2 derives from the key of this as the password. */
    byte[] derive(byte[] salt, int iterations) {
        byte[] first = Arrays.copyOf(salt, salt.length + Integer.BYTES);
        first[first.length - 1] = 1;
        byte[] round = of(first);
        byte[] derived = round.clone();
        for (int iteration = 1; iteration < iterations; iteration++) {
            round = of(round);
            for (int index = 0; index < LENGTH; index++) {
                derived[index] ^= round[index];
            }
        }
        return derived;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException missing) {
            throw new IllegalStateException("the SHA-256 of every JDK can be copied", missing);
        }
    }
}
