package dev.holdfast.rls.server;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import javax.net.SocketFactory;

/**
 * Makes the driver of PostgreSQL, which knows TCP alone, connect to a socket of the file system.
 * The driver makes an instance itself: its properties {@code socketFactory} and {@code
 * socketFactoryArg} name this class and the socket.
 */
public final class UnixSocketFactory extends SocketFactory {
    private final Path path;

    /**
     * A factory for one socket.
     *
     * @param path the socket
     */
    public UnixSocketFactory(String path) {
        this.path = Path.of(path);
    }

    @Override
    public Socket createSocket() {
        return new UnixSocket(path);
    }

    @Override
    public Socket createSocket(String host, int port) throws SocketException {
        throw withoutAddress();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
            throws SocketException {
        throw withoutAddress();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws SocketException {
        throw withoutAddress();
    }

    @Override
    public Socket createSocket(
            InetAddress address, int port, InetAddress localAddress, int localPort)
            throws SocketException {
        throw withoutAddress();
    }

    private static SocketException withoutAddress() {
        return new SocketException("a socket of the file system has no address");
    }
}
