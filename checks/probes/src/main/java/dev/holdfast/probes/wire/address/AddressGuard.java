package dev.holdfast.probes.wire.address;

import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.wire.address.AddressRanges.Judged;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says whether a host may be connected to. A name of which one address is inside and another
 * outside is refused as a whole: whoever answers so may answer differently the next time.
 *
 * @param network the range in which every address must lie
 */
public record AddressGuard(Network network, Resolver resolver) {
    /**
     * The addresses of a host, all of them allowed.
     *
     * @throws RefusedAddress when one of them is outside of the range
     * @throws UnknownHostException when there is none; its message is for a report
     */
    public List<InetAddress> check(String host) throws IOException {
        List<InetAddress> addresses = addresses(LiteralAddress.canonical(host));
        if (addresses.isEmpty()) {
            throw new UnknownHostException("the name has no address");
        }
        for (InetAddress address : addresses) {
            check(address);
        }
        return List.copyOf(addresses);
    }

    /**
     * Looks at one address.
     *
     * @throws RefusedAddress when it is outside of the range
     */
    void check(InetAddress address) throws RefusedAddress {
        Judged judged = AddressRanges.judge(address);
        if (judged.kind() == AddressKind.METADATA) {
            throw new RefusedAddress(
                    address.getHostAddress()
                            + " is refused: it answers with a cloud's credentials, and no target"
                            + " may have it");
        }
        if (judged.kind() != allowed()) {
            throw new RefusedAddress(
                    address.getHostAddress()
                            + " is refused: it is "
                            + judged.words()
                            + ", and the target's network is "
                            + network.name().toLowerCase(Locale.ROOT));
        }
    }

    private AddressKind allowed() {
        return switch (network) {
            case PUBLIC -> AddressKind.PUBLIC;
            case LOOPBACK -> AddressKind.LOOPBACK;
            case PRIVATE -> AddressKind.PRIVATE;
        };
    }

    private List<InetAddress> addresses(String canonical) throws UnknownHostException {
        Optional<InetAddress> literal = LiteralAddress.of(canonical);
        return literal.isPresent() ? List.of(literal.get()) : resolver.addresses(canonical);
    }
}
