package dev.holdfast.rls.server;

import dev.holdfast.rls.server.programs.Command;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A shell that starts the server and waits for its input to end. That happens when we close it, and
 * when our process ends in whatever way, {@code kill -9} too: the operating system then closes the
 * pipe. The shell stops the server at once and deletes its folder.
 */
final class Lifeline {
    private static final int LONGEST_SECONDS = 15;

    // SIGQUIT, "immediate shutdown": what is thrown away needs no checkpoint. An interrupt of the
    // terminal goes to us, who decide.
    private static final String SCRIPT =
            """
            trap '' INT HUP TERM QUIT
            folder=$1
            shift
            "$@" </dev/null >"$folder/log" 2>&1 &
            server=$!
            while read -r line; do :; done
            kill -QUIT "$server" 2>/dev/null
            tries=0
            while kill -0 "$server" 2>/dev/null && [ "$tries" -lt 100 ]; do
              sleep 0.05
              tries=$((tries + 1))
            done
            kill -KILL "$server" 2>/dev/null
            wait "$server" 2>/dev/null
            rm -rf "$folder"
            """;

    private final Process shell;

    private Lifeline(Process shell) {
        this.shell = shell;
    }

    /** Starts a server whose everything is in a folder that goes with it. */
    static Lifeline start(Path folder, Command server) throws IOException {
        List<String> words = new ArrayList<>();
        words.add("/bin/sh");
        words.add("-c");
        words.add(SCRIPT);
        words.add("holdfast-postgresql");
        words.add(folder.toString());
        words.addAll(server.words());
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(server.folder().toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        Command.plain(builder);
        return new Lifeline(builder.start());
    }

    boolean isHeld() {
        return shell.isAlive();
    }

    /** Lets go and waits until the server and its folder are gone. */
    void letGo() throws IOException {
        shell.getOutputStream().close();
        try {
            if (!shell.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
                throw new IOException("the PostgreSQL server did not stop");
            }
        } catch (InterruptedException interrupted) {
            // The shell goes on without us.
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the PostgreSQL server stopped");
        }
    }
}
