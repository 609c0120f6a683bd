package dev.holdfast.rls.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A socket of the file system that looks like one of the network, as far as the driver of
 * PostgreSQL asks. Its channel never blocks: the driver looks for messages with a timeout while it
 * copies.
 */
final class UnixSocket extends Socket {
    private final Path path;
    private @Nullable SocketChannel channel;
    private @Nullable Selector readable;
    private @Nullable Selector writable;
    private volatile int timeoutMillis;
    private volatile boolean closed;

    UnixSocket(Path path) {
        this.path = path;
    }

    @Override
    public void connect(SocketAddress ignored) throws IOException {
        connect(ignored, 0);
    }

    @Override
    public void connect(SocketAddress ignored, int timeout) throws IOException {
        SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel = opened;
        opened.connect(UnixDomainSocketAddress.of(path));
        opened.configureBlocking(false);
        readable = Selector.open();
        writable = Selector.open();
        opened.register(readable, SelectionKey.OP_READ);
        opened.register(writable, SelectionKey.OP_WRITE);
    }

    private int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        int read = opened().read(buffer);
        while (read == 0) {
            wait(readable, timeoutMillis);
            read = opened().read(buffer);
            if (read == 0 && timeoutMillis > 0) {
                throw new SocketTimeoutException("nothing came within the time");
            }
        }
        return read;
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            if (opened().write(buffer) == 0) {
                wait(writable, 0);
            }
        }
    }

    private static void wait(@Nullable Selector selector, int millis) throws IOException {
        if (selector == null) {
            throw new SocketException("not connected");
        }
        selector.select(millis);
        selector.selectedKeys().clear();
    }

    private SocketChannel opened() throws SocketException {
        if (channel == null || closed) {
            throw new SocketException(closed ? "closed" : "not connected");
        }
        return channel;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return UnixSocket.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return UnixSocket.this.read(bytes, offset, length);
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int each) throws IOException {
                UnixSocket.this.write(new byte[] {(byte) each}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                UnixSocket.this.write(bytes, offset, length);
            }
        };
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (readable != null) {
            readable.close();
        }
        if (writable != null) {
            writable.close();
        }
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public boolean isConnected() {
        return channel != null && channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    // What only the network has.
    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setKeepAlive(boolean on) {}
}
