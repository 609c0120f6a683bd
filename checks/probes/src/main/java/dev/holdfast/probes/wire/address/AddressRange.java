package dev.holdfast.probes.wire.address;

/**
 * A block of the table.
 *
 * @param words what it is, as a message says it: "link-local"
 * @param embedded at which byte an IPv4 address stands in it that is really meant, or -1
 */
record AddressRange(Cidr block, AddressKind kind, String words, int embedded) {
    static AddressRange of(String block, AddressKind kind, String words) {
        return new AddressRange(Cidr.of(block), kind, words, -1);
    }

    static AddressRange embedding(String block, int at, String words) {
        return new AddressRange(Cidr.of(block), AddressKind.SPECIAL, words, at);
    }
}
