package dev.holdfast.rls.server;

import dev.holdfast.rls.server.programs.Account;
import dev.holdfast.rls.server.programs.Installation;
import dev.holdfast.rls.server.programs.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of one server: its data, its socket, its log. Nobody else can look into them. */
record RunFolder(Path path) {
    private static final long ROOM = 2L << 30;
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Makes one, in memory where there is room, and fills it from a template. */
    static RunFolder make(Path template, Installation installation, Account account)
            throws IOException {
        Path path = Files.createTempDirectory(place(), Leftovers.PREFIX);
        Leftovers.sweep(path.resolveSibling(""), Files.getOwner(path));
        RunFolder made = new RunFolder(path);
        try {
            made.fill(template, installation, account);
        } catch (IOException | RuntimeException broken) {
            Trees.delete(path);
            throw broken;
        }
        return made;
    }

    private static Path place() throws IOException {
        boolean inMemory =
                Files.isDirectory(MEMORY)
                        && Files.isWritable(MEMORY)
                        && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM;
        return inMemory ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private void fill(Path template, Installation installation, Account account)
            throws IOException {
        Trees.copy(template, data());
        Files.createDirectory(
                sockets(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(
                data().resolve("postgresql.conf"),
                ServerSettings.configuration(sockets(), installation.version()));
        Files.writeString(data().resolve("pg_hba.conf"), ServerSettings.clients());
        Files.writeString(
                data().resolve("pg_ident.conf"),
                ServerSettings.names(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName()));
        if (account.other().isPresent()) {
            Trees.each(data(), account::own);
            account.own(sockets());
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    Path data() {
        return path.resolve("data");
    }

    Path sockets() {
        return path.resolve("socket");
    }

    Path log() {
        return path.resolve("log");
    }

    /** The file that the server writes its state into. */
    Path state() {
        return data().resolve("postmaster.pid");
    }

    /** The socket; the number is part of its name and means no port. */
    Path socket() {
        return sockets().resolve(".s.PGSQL.5432");
    }
}
