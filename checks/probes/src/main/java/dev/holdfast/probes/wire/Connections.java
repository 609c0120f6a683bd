package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.Target;
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

/** The ways to one target: OkHttp, a socket of our own, the same over http, and nothing but TCP. */
public final class Connections implements AutoCloseable {
    private static final int HTTP = 80;

    private final OkHttpTransport usual;
    private final RawTransport raw;
    private final RawTransport plain;
    private final PinnedHost host;
    private final int port;
    private final Patience patience;
    private final String plainHost;

    /**
     * The ways to a target.
     *
     * @param host where all of them end: the target's own, or that of its {@code connect}
     */
    public Connections(Target target, PinnedHost host, Trust trust, Patience patience) {
        Authority authority = new Authority(target.secure(), target.host(), target.port());
        Authority clear = new Authority(false, target.host(), HTTP);
        int connected = target.connect().map(each -> each.port()).orElse(target.port());
        this.usual = new OkHttpTransport(authority, host.sockets(connected), trust, patience);
        this.raw = new RawTransport(authority, host.sockets(connected), trust, patience);
        this.plain = new RawTransport(clear, host.sockets(HTTP), trust, patience);
        this.host = host;
        this.port = connected;
        this.patience = patience;
        this.plainHost = clear.hostField();
    }

    /** The way of a request. */
    Transport transport(Request request, Outgoing outgoing) {
        if (request.plain()) {
            return plain;
        }
        return request.exact() || !usual.sendsAsItIs(outgoing) ? raw : usual;
    }

    /** A connection that nothing was sent over. */
    Socket open() throws IOException {
        Socket socket =
                host.sockets(port).connected(Math.toIntExact(patience.connect().toMillis()));
        socket.setSoTimeout(Math.toIntExact(patience.connect().toMillis()));
        return socket;
    }

    /** The host as a URL of http has it. */
    String plainHost() {
        return plainHost;
    }

    @Override
    public void close() {
        usual.close();
    }
}
