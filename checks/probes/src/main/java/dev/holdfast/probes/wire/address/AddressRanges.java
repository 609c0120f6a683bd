package dev.holdfast.probes.wire.address;

import static dev.holdfast.probes.wire.address.AddressKind.LOOPBACK;
import static dev.holdfast.probes.wire.address.AddressKind.METADATA;
import static dev.holdfast.probes.wire.address.AddressKind.PRIVATE;
import static dev.holdfast.probes.wire.address.AddressKind.PUBLIC;
import static dev.holdfast.probes.wire.address.AddressKind.SPECIAL;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What each address is: the special-purpose address registries of IANA (RFC 6890 and its updates),
 * and the addresses at which clouds answer with credentials. {@link InetAddress} itself knows too
 * few of them (no 100.64.0.0/10, no fc00::/7, no 64:ff9b::/96).
 */
public final class AddressRanges {
    private static final int MAPPED = 12;
    private static final int SIX_TO_FOUR = 2;

    // The longest block that holds an address decides.
    private static final List<AddressRange> TABLE =
            List.of(
                            AddressRange.of("169.254.169.254", METADATA, "a cloud's metadata"),
                            AddressRange.of("169.254.170.2", METADATA, "a cloud's metadata"),
                            AddressRange.of("169.254.170.23", METADATA, "a cloud's metadata"),
                            AddressRange.of("169.254.42.42", METADATA, "a cloud's metadata"),
                            AddressRange.of("169.254.0.23", METADATA, "a cloud's metadata"),
                            AddressRange.of("100.100.100.200", METADATA, "a cloud's metadata"),
                            AddressRange.of("168.63.129.16", METADATA, "a cloud's metadata"),
                            AddressRange.of("192.0.0.192", METADATA, "a cloud's metadata"),
                            AddressRange.of("fd00:ec2::254", METADATA, "a cloud's metadata"),
                            AddressRange.of("fd00:ec2::23", METADATA, "a cloud's metadata"),
                            AddressRange.of("fd20:ce::254", METADATA, "a cloud's metadata"),
                            AddressRange.of("fd00:42::42", METADATA, "a cloud's metadata"),
                            AddressRange.of("0.0.0.0/0", PUBLIC, "public"),
                            AddressRange.of("0.0.0.0/8", SPECIAL, "this network"),
                            AddressRange.of("10.0.0.0/8", PRIVATE, "private"),
                            AddressRange.of("100.64.0.0/10", PRIVATE, "shared by a provider"),
                            AddressRange.of("127.0.0.0/8", LOOPBACK, "loopback"),
                            AddressRange.of("169.254.0.0/16", SPECIAL, "link-local"),
                            AddressRange.of("172.16.0.0/12", PRIVATE, "private"),
                            AddressRange.of("192.0.0.0/24", SPECIAL, "for protocols"),
                            AddressRange.of("192.0.2.0/24", SPECIAL, "for documentation"),
                            AddressRange.of("192.88.99.0/24", SPECIAL, "a 6to4 relay"),
                            AddressRange.of("192.168.0.0/16", PRIVATE, "private"),
                            AddressRange.of("198.18.0.0/15", SPECIAL, "for benchmarks"),
                            AddressRange.of("198.51.100.0/24", SPECIAL, "for documentation"),
                            AddressRange.of("203.0.113.0/24", SPECIAL, "for documentation"),
                            AddressRange.of("224.0.0.0/4", SPECIAL, "multicast"),
                            AddressRange.of("240.0.0.0/4", SPECIAL, "reserved"),
                            AddressRange.of("::/0", SPECIAL, "reserved"),
                            AddressRange.of("2000::/3", PUBLIC, "public"),
                            AddressRange.of("::1", LOOPBACK, "loopback"),
                            AddressRange.of("::", SPECIAL, "unspecified"),
                            AddressRange.embedding("::/96", MAPPED, "IPv4-compatible"),
                            AddressRange.embedding("64:ff9b::/96", MAPPED, "NAT64"),
                            AddressRange.of("64:ff9b:1::/48", SPECIAL, "local NAT64"),
                            AddressRange.of("100::/64", SPECIAL, "discarded"),
                            AddressRange.of("100:0:0:1::/64", SPECIAL, "a dummy prefix"),
                            AddressRange.of("2001::/23", SPECIAL, "for protocols"),
                            AddressRange.of("2001::/32", SPECIAL, "Teredo"),
                            AddressRange.of("2001:db8::/32", SPECIAL, "for documentation"),
                            AddressRange.embedding("2002::/16", SIX_TO_FOUR, "6to4"),
                            AddressRange.of("3fff::/20", SPECIAL, "for documentation"),
                            AddressRange.of("5f00::/16", SPECIAL, "segment routing"),
                            AddressRange.of("fc00::/7", PRIVATE, "unique local"),
                            AddressRange.of("fe80::/10", SPECIAL, "link-local"),
                            AddressRange.of("fec0::/10", SPECIAL, "site-local"),
                            AddressRange.of("ff00::/8", SPECIAL, "multicast"))
                    .stream()
                    .sorted(Comparator.comparingInt(range -> -range.block().length()))
                    .toList();

    private AddressRanges() {}

    /**
     * What an address is. One that carries an IPv4 address (mapped, NAT64, 6to4) is what that one
     * is, with two exceptions: only NAT64 of a public address is public (RFC 6052, section 3.1),
     * and the other ways of carrying one are never right for a target (RFC 4291, RFC 7526).
     */
    public static Judged judge(InetAddress address) {
        InetAddress meant = unmapped(address);
        AddressRange range =
                TABLE.stream()
                        .filter(each -> each.block().contains(meant))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("two blocks hold all"));
        if (range.embedded() < 0) {
            return new Judged(range.kind(), range.words() + ", " + range.block());
        }
        Judged inner = judge(ipv4(meant.getAddress(), range.embedded()));
        String words = range.words() + " of an address that is " + inner.words();
        boolean translated = range.words().equals("NAT64") && inner.kind() == PUBLIC;
        if (translated || inner.kind() == METADATA) {
            return new Judged(inner.kind(), words);
        }
        return new Judged(SPECIAL, words);
    }

    /**
     * What an address is.
     *
     * @param words for a message: "private, 10.0.0.0/8"
     */
    public record Judged(AddressKind kind, String words) {}

    // InetAddress unmaps ::ffff:0:0/96 itself when made from bytes; this holds for every way.
    private static InetAddress unmapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; mapped && i < 10; i++) {
            mapped = bytes[i] == 0;
        }
        return mapped ? ipv4(bytes, MAPPED) : address;
    }

    private static InetAddress ipv4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException never) {
            throw new IllegalStateException("four bytes are an address", never);
        }
    }
}
