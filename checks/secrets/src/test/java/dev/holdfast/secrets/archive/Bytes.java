package dev.holdfast.secrets.archive;

/** Places in bytes. */
final class Bytes {

    private Bytes() {}

    static int little(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | bytes[at + 3] << 24;
    }

    static void setLittle(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    static int indexOf(byte[] bytes, int mark) {
        for (int at = 0; at + 4 <= bytes.length; at++) {
            if (little(bytes, at) == mark) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }

    static int lastIndexOf(byte[] bytes, int mark) {
        for (int at = bytes.length - 4; at >= 0; at--) {
            if (little(bytes, at) == mark) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }
}
