package dev.holdfast.rls.server;

import dev.holdfast.rls.server.programs.Account;
import dev.holdfast.rls.server.programs.Command;
import dev.holdfast.rls.server.programs.Installation;
import dev.holdfast.rls.server.programs.KeptFolders;
import dev.holdfast.rls.server.programs.PostgresVersion;
import dev.holdfast.rls.server.programs.ServerPrograms;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server for one command. It is started from kept files in well under a second,
 * listens on no network, knows no password (the operating system says who connects), and is gone
 * with all its files when it is closed, or when our process ends in whatever way.
 *
 * <p>Foreign migrations run in it as {@link Database#OWNER}, who is no superuser: COPY … PROGRAM,
 * files of the server, untrusted languages and connections to elsewhere are out of their reach.
 */
public final class ThrowawayServer implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final long POLL_MILLIS = 5;
    private static final int POLLS_OF_A_FAILURE = 60;

    private final Installation installation;
    private final RunFolder folder;
    private final FileChannel hold;
    private final Lifeline lifeline;
    private final AtomicInteger copies = new AtomicInteger();

    private ThrowawayServer(
            Installation installation, RunFolder folder, FileChannel hold, Lifeline lifeline) {
        this.installation = installation;
        this.folder = folder;
        this.hold = hold;
        this.lifeline = lifeline;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param search where the programs of PostgreSQL may be
     * @param caches Holdfast's folder in the user's folder for caches
     * @throws dev.holdfast.core.problem.UserProblem when there are no programs that can be used
     * @throws IOException when it does not start; the message holds what the server said
     */
    public static ThrowawayServer start(ServerPrograms.Search search, Path caches)
            throws IOException {
        Account account = Account.choose();
        KeptFolders kept = KeptFolders.in(caches, account);
        Installation installation = Installation.over(ServerPrograms.find(search, kept), kept);
        Path template = DataTemplate.of(installation, account, kept);
        RunFolder folder = RunFolder.make(template, installation, account);
        Command command =
                account.run(
                        new Command(
                                List.of(
                                        installation.postgres().toString(),
                                        "-D",
                                        folder.data().toString()),
                                folder.path(),
                                ""));
        FileChannel hold = Leftovers.hold(folder.path());
        Lifeline lifeline = Lifeline.start(folder.path(), command);
        ThrowawayServer server = new ThrowawayServer(installation, folder, hold, lifeline);
        try {
            server.awaitReady();
        } catch (IOException | RuntimeException failed) {
            server.closeAfter(failed);
            throw failed;
        }
        return server;
    }

    private void closeAfter(Exception failed) {
        try {
            close();
        } catch (IOException alsoThis) {
            failed.addSuppressed(alsoThis);
        }
    }

    // It says in its state file that it is ready, and writes to its log only when it gives up.
    private void awaitReady() throws IOException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        int failing = 0;
        while (System.nanoTime() < end && lifeline.isHeld()) {
            if (isReady()) {
                return;
            }
            if (!said().isEmpty() && ++failing > POLLS_OF_A_FAILURE) {
                break;
            }
            pause();
        }
        throw new IOException("the PostgreSQL server did not start: " + said());
    }

    private boolean isReady() throws IOException {
        return Files.exists(folder.state())
                && Files.readAllLines(folder.state(), StandardCharsets.ISO_8859_1).stream()
                        .anyMatch(line -> line.strip().equals("ready"));
    }

    private String said() throws IOException {
        return Files.exists(folder.log())
                ? Files.readString(folder.log(), StandardCharsets.ISO_8859_1).strip()
                : "";
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the PostgreSQL server started");
        }
    }

    RunFolder folder() {
        return folder;
    }

    /** The version of the server. */
    public PostgresVersion version() {
        return installation.version();
    }

    /** The database that is there from the start, empty. */
    public Database database() {
        return new Database(folder.socket(), Database.FIRST, version());
    }

    /**
     * A copy of a database under a new name. Roles are the whole server's and are shared.
     *
     * @throws SQLException when somebody is connected to the original
     */
    public Database copy(Database original) throws SQLException {
        String name = original.name() + "_" + copies.incrementAndGet();
        original.asSuperuser(
                List.of(
                        "CREATE DATABASE "
                                + name
                                + " TEMPLATE "
                                + original.name()
                                + " OWNER "
                                + Database.OWNER
                                + " STRATEGY FILE_COPY"));
        return new Database(folder.socket(), name, version());
    }

    /** Stops the server and deletes its files. */
    @Override
    public void close() throws IOException {
        try (hold) {
            lifeline.letGo();
        }
    }
}
