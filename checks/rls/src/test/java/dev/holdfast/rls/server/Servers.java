package dev.holdfast.rls.server;

import dev.holdfast.rls.server.programs.ServerArchive;
import dev.holdfast.rls.server.programs.ServerPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The servers that tests run on: those of the archives, and the one of the machine. */
public enum Servers {
    MACHINE(""),
    ARCHIVE_17("17.jar"),
    ARCHIVE_18("18.jar");

    private static final Path ARCHIVES = Path.of("target", "postgresql");
    private static final Path CACHES = Path.of("target", "caches", "holdfast");

    private final String jar;

    Servers(String jar) {
        this.jar = jar;
    }

    /** Where its programs are. */
    public ServerPrograms.Search search() {
        return new ServerPrograms.Search(
                Optional.empty(),
                Optional.empty(),
                jar.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ServerArchive.of(ARCHIVES.resolve(jar))),
                "");
    }

    /** A started server. */
    public ThrowawayServer start() throws IOException {
        return ThrowawayServer.start(search(), CACHES.toAbsolutePath());
    }
}
