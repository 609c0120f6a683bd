package dev.holdfast.rls.server;

import dev.holdfast.rls.server.programs.PostgresVersion;
import java.nio.file.Path;

/**
 * The configuration files of a throw-away server: it listens on a socket of the file system and
 * nowhere else, lets in one user of the operating system, and saves nothing that a crash would
 * need.
 *
 * <p>Source: PostgreSQL documentation, "Server Configuration", "Peer Authentication", "User Name
 * Maps", and "Non-Durable Settings".
 */
final class ServerSettings {
    private static final String MAP = "holdfast";
    private static final int SELF_GRANT_SINCE = 16;

    private ServerSettings() {}

    /** {@code postgresql.conf}. */
    static String configuration(Path sockets, PostgresVersion version) {
        return """
        listen_addresses = ''
        unix_socket_directories = '%s'
        unix_socket_permissions = 0700
        max_connections = 40
        superuser_reserved_connections = 3
        shared_buffers = 32MB
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        max_wal_size = 1GB
        checkpoint_timeout = 1d
        autovacuum = off
        max_worker_processes = 0
        max_parallel_workers_per_gather = 0
        max_parallel_maintenance_workers = 0
        max_logical_replication_workers = 0
        jit = off
        dynamic_shared_memory_type = mmap
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        log_min_messages = fatal
        log_min_error_statement = panic
        log_line_prefix = ''
        logging_collector = off
        update_process_title = off
        temp_file_limit = 1GB
        """
                        .formatted(sockets.toString().replace("'", "''"))
                + (version.major() >= SELF_GRANT_SINCE
                        ? "createrole_self_grant = 'set, inherit'\n"
                        : "");
    }

    /** {@code pg_hba.conf}: nobody by a password, so there is none. */
    static String clients() {
        return "local all all peer map=" + MAP + "\n";
    }

    /** {@code pg_ident.conf}: who may be which role. */
    static String names(String user) {
        String quoted = '"' + user.replace("\"", "") + '"';
        return "%s %s %s\n%s %s %s\n"
                .formatted(MAP, quoted, Database.SUPERUSER, MAP, quoted, Database.OWNER);
    }
}
