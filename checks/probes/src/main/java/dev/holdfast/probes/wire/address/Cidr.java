package dev.holdfast.probes.wire.address;

import java.net.InetAddress;

/**
 * A block of addresses.
 *
 * @param network its first address; as bytes it says which family the block is of
 * @param length how many leading bits are the same in all of them
 */
record Cidr(InetAddress network, int length) {
    /**
     * Reads {@code 10.0.0.0/8}; an address alone is a block of one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Cidr of(String text) {
        int slash = text.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int bits = network.getAddress().length * Byte.SIZE;
        int length = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException("no block of addresses: " + text);
        }
        return new Cidr(network, length);
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] others = address.getAddress();
        if (mine.length != others.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit += Byte.SIZE) {
            int shift = Math.max(0, Byte.SIZE - (length - bit));
            int at = bit / Byte.SIZE;
            if ((mine[at] & 0xFF) >> shift != (others[at] & 0xFF) >> shift) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + length;
    }
}
