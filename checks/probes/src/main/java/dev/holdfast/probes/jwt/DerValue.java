package dev.holdfast.probes.jwt;

import java.util.Arrays;

/** One value of DER (X.690, section 8.1): tag, length, content. */
final class DerValue {
    private DerValue() {}

    /** The value with that content, which is shorter than 64 KiB. */
    static byte[] of(int tag, byte[] content) {
        byte[] length =
                content.length < 0x80
                        ? new byte[] {(byte) content.length}
                        : longLength(content.length);
        byte[] all = Arrays.copyOf(new byte[] {(byte) tag}, 1 + length.length + content.length);
        System.arraycopy(length, 0, all, 1, length.length);
        System.arraycopy(content, 0, all, 1 + length.length, content.length);
        return all;
    }

    private static byte[] longLength(int length) {
        if (length < 0x100) {
            return new byte[] {(byte) 0x81, (byte) length};
        }
        return new byte[] {(byte) 0x82, (byte) (length >> Byte.SIZE), (byte) length};
    }
}
