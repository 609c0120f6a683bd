package dev.holdfast.probes.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Function;

/** Reads one ClientHello a connection and answers bytes that a test makes of it. */
final class HelloServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Function<byte[], byte[]> answer;

    private HelloServer(ServerSocket socket, Function<byte[], byte[]> answer) {
        this.socket = socket;
        this.answer = answer;
    }

    static HelloServer answering(Function<byte[], byte[]> answer) {
        try {
            HelloServer server =
                    new HelloServer(
                            new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), answer);
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                Thread.ofVirtual().start(() -> answer(accepted));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket accepted) {
        try (accepted) {
            DataInputStream in = new DataInputStream(accepted.getInputStream());
            in.readUnsignedByte();
            in.readUnsignedShort();
            byte[] hello = new byte[in.readUnsignedShort()];
            in.readFully(hello);
            accepted.getOutputStream().write(answer.apply(hello));
            accepted.getOutputStream().flush();
            accepted.shutdownOutput();
            in.readAllBytes();
        } catch (IOException gone) {
            // The probe has what it wanted.
        }
    }
}
