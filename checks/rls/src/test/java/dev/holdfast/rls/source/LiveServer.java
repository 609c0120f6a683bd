package dev.holdfast.rls.source;

import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import dev.holdfast.rls.server.stub.NewTables;
import dev.holdfast.rls.server.stub.StubPack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A server that is reached by a connection string, as a live one is: on the loopback interface, by
 * any role. What is sent to its port is handed on to its socket.
 */
final class LiveServer implements AutoCloseable {
    private static final String LET_IN =
            """
            DO $$ BEGIN
              EXECUTE format('COPY (SELECT ''local all all trust'') TO %L',
                current_setting('data_directory') || '/pg_hba.conf');
              PERFORM pg_reload_conf();
            END $$
            """;

    private final ThrowawayServer server;
    private final ServerSocket port;
    private final Path socket;

    private LiveServer(ThrowawayServer server, ServerSocket port, Path socket) {
        this.server = server;
        this.port = port;
        this.socket = socket;
    }

    static LiveServer start(Servers which) throws Exception {
        ThrowawayServer server = which.start();
        StubPack.SUPABASE.applyTo(server.database(), NewTables.NOT_GRANTED);
        server.database().asSuperuser(List.of("GRANT pg_read_all_settings TO postgres"));
        Path socket;
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT current_setting('unix_socket_directories'),"
                                        + " current_setting('port')")) {
            row.next();
            socket = Path.of(row.getString(1), ".s.PGSQL." + row.getString(2));
        }
        LiveServer live =
                new LiveServer(
                        server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), socket);
        Thread.ofVirtual().start(live::accept);
        return live;
    }

    /** A database of its own, made by the superuser, in which any role may log in. */
    Database database(List<String> statements) throws Exception {
        Database database = server.copy(server.database());
        database.asSuperuser(statements);
        database.asSuperuser(List.of(LET_IN));
        return database;
    }

    LiveDatabase source(Database database, String role, boolean writable) {
        String dsn =
                "postgresql://%s@127.0.0.1:%d/%s"
                        .formatted(role, port.getLocalPort(), database.name());
        return new LiveDatabase("DSN", Dsn.of("DSN", Map.of("DSN", dsn)), writable);
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                Socket client = port.accept();
                SocketChannel there = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                hand(client.getInputStream(), Channels.newOutputStream(there), client, there);
                hand(Channels.newInputStream(there), client.getOutputStream(), client, there);
            } catch (IOException ended) {
                // The next one, unless the port is closed.
            }
        }
    }

    private static void hand(
            InputStream from, OutputStream to, AutoCloseable one, AutoCloseable other) {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try (one;
                            other) {
                        byte[] bytes = new byte[8192];
                        for (int read = from.read(bytes); read > 0; read = from.read(bytes)) {
                            to.write(bytes, 0, read);
                            to.flush();
                        }
                    } catch (Exception ended) {
                        // Either side has closed it.
                    }
                });
    }

    @Override
    public void close() throws Exception {
        port.close();
        server.close();
    }
}
