package dev.holdfast.probes.tls.hello;

import java.util.Arrays;

/** Reads numbers and vectors out of a message. */
final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A message ends before what it says. */
    static final class EndsEarly extends Exception {
        private static final long serialVersionUID = 1L;

        EndsEarly() {
            super("a message ends too early");
        }
    }

    boolean more() {
        return at < bytes.length;
    }

    int number(int length) throws EndsEarly {
        int value = 0;
        for (byte each : raw(length)) {
            value = (value << Byte.SIZE) | (each & 0xFF);
        }
        return value;
    }

    byte[] raw(int length) throws EndsEarly {
        if (length < 0 || length > bytes.length - at) {
            throw new EndsEarly();
        }
        byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return taken;
    }

    Cursor vector(int lengthBytes) throws EndsEarly {
        return new Cursor(raw(number(lengthBytes)));
    }
}
