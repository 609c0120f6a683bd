package dev.holdfast.rls.server;

import dev.holdfast.rls.server.programs.Account;
import dev.holdfast.rls.server.programs.Command;
import dev.holdfast.rls.server.programs.Installation;
import dev.holdfast.rls.server.programs.KeptFolders;
import dev.holdfast.rls.server.programs.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;

/** The files of a server that was never started: made once by initdb, then copied. */
final class DataTemplate {
    private static final String EDITION = "1";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PREDEFINED_ROLES_GUARDED_SINCE = 16;

    private DataTemplate() {}

    /** The template for an installation. Who runs the server cannot change it. */
    static Path of(Installation installation, Account account, KeptFolders kept)
            throws IOException {
        String name = "data-" + installation.version() + "-" + installation.key() + "-" + EDITION;
        return kept.make(name, folder -> build(installation, account, folder)).resolve("data");
    }

    private static void build(Installation installation, Account account, Path folder)
            throws IOException {
        UserPrincipal ours = Files.getOwner(folder);
        account.own(folder);
        Path data = folder.resolve("data");
        run(
                account,
                folder,
                "",
                installation.initdb().toString(),
                "--pgdata=" + data,
                "--username=" + Database.SUPERUSER,
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions",
                "--wal-segsize=1");
        run(
                account,
                folder,
                roles(installation.version().major()),
                installation.postgres().toString(),
                "--single",
                "-O",
                "-F",
                "-D",
                data.toString(),
                Database.FIRST);
        if (account.other().isPresent()) {
            Trees.each(folder, path -> Files.setOwner(path, ours));
        }
    }

    /**
     * What has to be there before anybody connects; a statement a line, as the single-user mode
     * reads it. It drops template1, a third of what is copied.
     *
     * <p>Up to PostgreSQL 15 whoever has CREATEROLE may make himself a member of
     * pg_execute_server_program, which is a shell. Roles that are superusers are out of his reach.
     */
    private static String roles(int major) {
        String common =
                """
                UPDATE pg_database SET datistemplate = false WHERE datname = 'template1';
                DROP DATABASE template1;
                CREATE ROLE %1$s NOSUPERUSER LOGIN CREATEROLE CREATEDB BYPASSRLS INHERIT;
                ALTER DATABASE %2$s OWNER TO %1$s;
                GRANT SET ON PARAMETER session_replication_role TO %1$s;
                """
                        .formatted(Database.OWNER, Database.FIRST);
        return major >= PREDEFINED_ROLES_GUARDED_SINCE
                ? common
                : common
                        + "UPDATE pg_authid SET rolsuper = true WHERE rolname IN"
                        + " ('pg_execute_server_program', 'pg_read_server_files',"
                        + " 'pg_write_server_files');\n";
    }

    private static void run(Account account, Path folder, String input, String... words)
            throws IOException {
        account.run(new Command(List.of(words), folder, input)).output(LONGEST);
    }
}
