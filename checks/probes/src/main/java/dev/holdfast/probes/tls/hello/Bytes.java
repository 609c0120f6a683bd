package dev.holdfast.probes.tls.hello;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Writes numbers and vectors as TLS has them (RFC 8446, section 3). */
final class Bytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Bytes number(int length, int value) {
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write(value >> shift);
        }
        return this;
    }

    Bytes raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** Contents with their length before them, in so many bytes. */
    Bytes vector(int lengthBytes, Consumer<Bytes> contents) {
        Bytes inner = new Bytes();
        contents.accept(inner);
        byte[] all = inner.all();
        return number(lengthBytes, all.length).raw(all);
    }

    byte[] all() {
        return bytes.toByteArray();
    }
}
