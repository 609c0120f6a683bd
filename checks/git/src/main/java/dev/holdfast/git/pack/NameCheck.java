package dev.holdfast.git.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Holds objects against the names under which they lie. A name is the hash of the kind, the length
 * and the content (git-hash-object(1)), so that whoever puts another content under a name is
 * noticed. For one thread.
 */
final class NameCheck {
    private static final String WRONG =
            "its content is not the one that its name stands for (git fsck says more)";

    private final MessageDigest digest;
    private final byte[] made;

    NameCheck(ObjectFormat format) {
        this.digest = format.digest();
        this.made = new byte[format.length()];
    }

    /**
     * Checks an object.
     *
     * @param type one of {@link ObjectType}
     * @throws BrokenObjects when the name is that of another object
     */
    void verify(byte[] name, int type, byte[] bytes, int length) throws BrokenObjects {
        begin(type, length);
        digest.update(bytes, 0, length);
        end(name);
    }

    /**
     * The same content, whose end is reached only when the name is its own. Nothing else is to be
     * checked until it is read.
     *
     * @param name is kept
     */
    InputStream verified(byte[] name, int type, long length, InputStream content) {
        begin(type, length);
        return new Verified(name, content);
    }

    private void begin(int type, long length) {
        digest.reset();
        String header = ObjectType.word(type) + " " + length + "\0";
        digest.update(header.getBytes(StandardCharsets.US_ASCII));
    }

    private void end(byte[] name) throws BrokenObjects {
        try {
            digest.digest(made, 0, made.length);
        } catch (DigestException tooSmall) {
            throw new IllegalStateException("a name has the length of its hash", tooSmall);
        }
        if (!Arrays.equals(name, made)) {
            throw new BrokenObjects(WRONG);
        }
    }

    /** Hashes what is read. */
    private final class Verified extends FilterInputStream {
        private final byte[] name;
        private boolean ended;

        Verified(byte[] name, InputStream content) {
            super(content);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int read = super.read(into, at, length);
            if (read >= 0) {
                digest.update(into, at, read);
            } else if (!ended) {
                end(name);
                ended = true;
            }
            return read;
        }

        // What is skipped must be hashed, too.
        @Override
        public long skip(long count) throws IOException {
            byte[] piece = new byte[(int) Math.max(0, Math.min(count, 1 << 13))];
            return Math.max(0, read(piece, 0, piece.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
