package dev.holdfast.secrets.known;

import dev.holdfast.core.history.Survey;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Names of clean contents in one file:
 *
 * <pre>
 * "holdfast clean 1\n"
 * 32 bytes   what was looked for
 * 4 bytes    how many bytes a name has
 * 8 bytes    how many names follow
 * names
 * 32 bytes   HMAC-SHA-256 (RFC 2104) of all bytes before
 * </pre>
 *
 * <p>The file can make a secret unseen, so nothing in it counts before the code at its end is found
 * right; with another code, another search or another length it is no error and says nothing. It
 * holds names that git gives and no part of any content.
 */
final class CleanFile implements CleanContents {
    private static final byte[] MAGIC = "holdfast clean 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CODE = 32;
    private static final int PIECE = 1 << 16;

    private final Path file;
    private final Authenticator authenticator;
    private final byte[] search;

    /**
     * A file that may not be there yet.
     *
     * @param search 32 bytes that stand for everything on which it hangs what is found
     */
    CleanFile(Path file, Authenticator authenticator, byte[] search) {
        this.file = file;
        this.authenticator = authenticator;
        this.search = search.clone();
    }

    @Override
    public BitSet of(Survey survey) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotUsable("nothing is known from an earlier run");
        }
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return read(new BufferedInputStream(in, PIECE), size, survey);
        } catch (NoSuchFileException gone) {
            throw new NotUsable("nothing is known from an earlier run");
        }
    }

    private BitSet read(InputStream buffered, long size, Survey survey) throws IOException {
        Authenticator.Code code = authenticator.begin();
        DataInputStream in = new DataInputStream(buffered);
        byte[] head = new byte[MAGIC.length + search.length + Integer.BYTES + Long.BYTES];
        if (size < head.length + CODE) {
            throw new NotUsable("what an earlier run left is cut off");
        }
        in.readFully(head);
        code.update(head, head.length);
        ByteBuffer fields = ByteBuffer.wrap(head);
        byte[] magic = new byte[MAGIC.length];
        byte[] searched = new byte[search.length];
        fields.get(magic).get(searched);
        int length = fields.getInt();
        long count = fields.getLong();
        boolean other = !Arrays.equals(magic, MAGIC) || !Arrays.equals(searched, search);
        if (other || length != survey.nameLength()) {
            throw new NotUsable("an earlier run looked for something else");
        }
        if (count < 0 || count > size / length || head.length + count * length + CODE != size) {
            throw new NotUsable("what an earlier run left is cut off");
        }
        BitSet clean = new BitSet();
        byte[] name = new byte[length];
        for (long i = 0; i < count; i++) {
            in.readFully(name);
            code.update(name, length);
            int number = survey.find(name);
            if (number >= 0) {
                clean.set(number);
            }
        }
        byte[] told = new byte[CODE];
        in.readFully(told);
        if (!MessageDigest.isEqual(told, code.end())) {
            throw new NotUsable("what is said to be of an earlier run is not its own");
        }
        return clean;
    }

    /** Written beside it and then put into its place, so that no other run sees a part of it. */
    @Override
    public void remember(Survey survey, BitSet clean) throws IOException {
        Path part =
                Files.createTempFile(
                        file.getParent(),
                        "part",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            write(part, survey, clean);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(Path part, Survey survey, BitSet clean) throws IOException {
        Authenticator.Code code = authenticator.begin();
        byte[] name = new byte[survey.nameLength()];
        ByteBuffer head =
                ByteBuffer.allocate(MAGIC.length + search.length + Integer.BYTES + Long.BYTES)
                        .put(MAGIC)
                        .put(search)
                        .putInt(name.length)
                        .putLong(clean.cardinality());
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(part), PIECE))) {
            out.write(head.array());
            code.update(head.array(), head.capacity());
            for (int i = clean.nextSetBit(0); i >= 0; i = clean.nextSetBit(i + 1)) {
                survey.name(i, name);
                out.write(name);
                code.update(name, name.length);
            }
            out.write(code.end());
        }
    }
}
