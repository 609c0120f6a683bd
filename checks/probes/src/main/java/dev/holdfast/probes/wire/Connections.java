package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.HostPort;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.address.AddressGuard;
import dev.holdfast.probes.wire.address.PinnedHost;
import dev.holdfast.probes.wire.transport.Authority;
import dev.holdfast.probes.wire.transport.OkHttpTransport;
import dev.holdfast.probes.wire.transport.Outgoing;
import dev.holdfast.probes.wire.transport.Patience;
import dev.holdfast.probes.wire.transport.RawTransport;
import dev.holdfast.probes.wire.transport.Transport;
import dev.holdfast.probes.wire.transport.Trust;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** The ways to one target: OkHttp, a socket of our own, the same over http, and nothing but TCP. */
public final class Connections implements AutoCloseable {
    private static final int HTTP = 80;

    private final OkHttpTransport usual;
    private final RawTransport raw;
    private final RawTransport plain;
    private final PinnedHost host;
    private final int port;
    private final Patience patience;
    private final PinnedHost plainHost;
    private final String plainAuthority;
    private final AtomicBoolean odd = new AtomicBoolean();

    /** The ways to a target; nothing is connected yet. */
    public Connections(Target target, AddressGuard guard, Trust trust, Patience patience) {
        Authority authority = new Authority(target.secure(), target.host(), target.port());
        Authority clear = new Authority(false, target.host(), HTTP);
        HostPort place =
                target.connect().orElseGet(() -> new HostPort(target.host(), target.port()));
        this.host = new PinnedHost(guard, place, patience.connect());
        this.plainHost =
                target.plain()
                        .map(each -> new PinnedHost(guard, each, patience.connect()))
                        .orElse(host);
        this.port = place.port();
        int plainPort = target.plain().map(HostPort::port).orElse(HTTP);
        this.usual = new OkHttpTransport(authority, host.sockets(port), trust, patience);
        this.raw = new RawTransport(authority, host.sockets(port), trust, patience);
        this.plain = new RawTransport(clear, plainHost.sockets(plainPort), trust, patience);
        this.patience = patience;
        this.plainAuthority = clear.hostField();
    }

    /** The way of a request. */
    Transport transport(Request request, Outgoing outgoing) {
        if (request.plain()) {
            return plain;
        }
        return request.exact() || odd.get() || !usual.sendsAsItIs(outgoing) ? raw : usual;
    }

    /**
     * The service answers with a header that OkHttp does not read, so it speaks HTTP/1.1: from now
     * on a socket of our own asks. The request itself is not sent a second time.
     */
    void readOddHeaders() {
        odd.set(true);
    }

    /** A connection that nothing was sent over. */
    Socket open() throws IOException {
        Socket socket =
                host.sockets(port).connected(Math.toIntExact(patience.connect().toMillis()));
        socket.setSoTimeout(Math.toIntExact(patience.connect().toMillis()));
        return socket;
    }

    /**
     * Looks up where a request would go and checks it, once for all requests.
     *
     * @throws IOException when it may not go there, or there is no such place
     */
    void find(boolean overHttp) throws IOException {
        PinnedHost wanted = overHttp ? plainHost : host;
        wanted.address();
    }

    /** The host as a URL of http has it. */
    String plainAuthority() {
        return plainAuthority;
    }

    @Override
    public void close() {
        usual.close();
    }
}
