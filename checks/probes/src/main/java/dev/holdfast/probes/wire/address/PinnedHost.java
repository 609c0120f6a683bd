package dev.holdfast.probes.wire.address;

import dev.holdfast.probes.target.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host whose addresses are asked for once in a run, checked, and kept: whatever a name server
 * answers later, no connection goes anywhere else. Safe for several threads.
 */
public final class PinnedHost {
    private final AddressGuard guard;
    private final String host;
    private final int port;
    private final Duration patience;
    private @Nullable InetAddress pinned;
    private @Nullable String refused;
    private @Nullable String unknown;

    /**
     * A host, not asked for yet.
     *
     * @param place its port is where it is tried which of several addresses can be reached
     * @param patience how long to wait for each of several addresses
     */
    public PinnedHost(AddressGuard guard, HostPort place, Duration patience) {
        this.guard = guard;
        this.host = place.host();
        this.port = place.port();
        this.patience = patience;
    }

    /**
     * The address to connect to: of several the first that takes a connection, or the first when
     * none does.
     *
     * @throws RefusedAddress when an address of the host is not allowed
     * @throws UnknownHostException when the host has none
     */
    public synchronized InetAddress address() throws IOException {
        if (refused != null) {
            throw new RefusedAddress(refused);
        }
        if (unknown != null) {
            throw new UnknownHostException(unknown);
        }
        InetAddress known = pinned;
        if (known == null) {
            known = find();
            pinned = known;
        }
        return known;
    }

    /** Sockets that connect to this host at that port, whatever they are told. */
    public PinnedSockets sockets(int atPort) {
        return new PinnedSockets(this, atPort);
    }

    private InetAddress find() throws IOException {
        try {
            List<InetAddress> addresses = guard.check(host);
            if (addresses.size() > 1) {
                for (InetAddress address : addresses) {
                    if (reachable(address)) {
                        return address;
                    }
                }
            }
            return addresses.getFirst();
        } catch (RefusedAddress outside) {
            refused = outside.getMessage();
            throw outside;
        } catch (UnknownHostException none) {
            unknown = "the address of " + host + " was not found";
            throw new UnknownHostException(unknown);
        }
    }

    private boolean reachable(InetAddress address) {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(
                    new InetSocketAddress(address, port), Math.toIntExact(patience.toMillis()));
            return true;
        } catch (IOException no) {
            return false;
        }
    }
}
