package dev.holdfast.probes.wire.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to one pinned host and port, whatever they are told. So an address
 * that a library reads out of a URL by itself leads nowhere else.
 */
public final class PinnedSockets extends SocketFactory {
    private final PinnedHost host;
    private final int port;

    PinnedSockets(PinnedHost host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Socket createSocket() {
        return new PinnedSocket(host, port);
    }

    @Override
    public Socket createSocket(String ignored, int ignoredPort) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(String ignored, int ignoredPort, InetAddress local, int localPort)
            throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress ignored, int ignoredPort) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(
            InetAddress ignored, int ignoredPort, InetAddress local, int localPort)
            throws IOException {
        return connected();
    }

    /**
     * A socket that is connected already.
     *
     * @param patience milliseconds to wait for the connection, 0 for as long as it takes
     */
    @SuppressWarnings("resource") // whoever asks closes it
    public Socket connected(int patience) throws IOException {
        PinnedSocket socket = new PinnedSocket(host, port);
        try {
            socket.reach(patience);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private Socket connected() throws IOException {
        return connected(0);
    }
}
