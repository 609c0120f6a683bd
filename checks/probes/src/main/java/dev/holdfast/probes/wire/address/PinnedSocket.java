package dev.holdfast.probes.wire.address;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;

/** Connects to its pinned host, past every proxy, whatever it is told. */
final class PinnedSocket extends Socket {
    private final PinnedHost host;
    private final int atPort;

    PinnedSocket(PinnedHost host, int atPort) {
        super(Proxy.NO_PROXY);
        this.host = host;
        this.atPort = atPort;
    }

    @Override
    public void connect(SocketAddress ignored) throws IOException {
        reach(0);
    }

    @Override
    public void connect(SocketAddress ignored, int timeout) throws IOException {
        reach(timeout);
    }

    void reach(int timeout) throws IOException {
        try {
            super.connect(new InetSocketAddress(host.address(), atPort), timeout);
        } catch (SocketTimeoutException late) {
            // A port that a firewall guards is no slow answer.
            ConnectException none = new ConnectException("no connection in time");
            none.initCause(late);
            throw none;
        }
    }
}
