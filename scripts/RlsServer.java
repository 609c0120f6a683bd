import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the machine with the migrations of {@code scripts/rls-corpus} in it, for a
 * live audit. As root it runs as the user {@code postgres}, since the server refuses root.
 */
final class RlsServer implements AutoCloseable {
    /** What a platform would have made before. */
    private static final String PLATFORM =
            """
            create role anon nologin; create role authenticated nologin;
            create role authenticator login noinherit; grant anon, authenticated to authenticator;
            grant usage on schema public to anon, authenticated;
            create schema auth; grant usage on schema auth to anon, authenticated;
            create function auth.uid() returns uuid language sql stable as $$
              select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
            """;

    private final Path programs;
    private final Path folder;

    private RlsServer(Path programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Starts one; nothing where the machine has no server. */
    static RlsServer start(Path migration) throws IOException, InterruptedException {
        Path programs;
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            programs =
                    versions.map(each -> each.resolve("bin"))
                            .filter(each -> Files.isExecutable(each.resolve("pg_ctl")))
                            .max(Comparator.naturalOrder())
                            .orElseThrow(() -> new IOException("there is no server"));
        }
        Path folder = Files.createTempDirectory("holdfast-rls-live");
        folder.toFile().setExecutable(true, false);
        folder.toFile().setWritable(true, false);
        folder.toFile().setReadable(true, false);
        RlsServer server = new RlsServer(programs, folder);
        server.run("initdb", "-U", "postgres", "-A", "trust", "-D", folder.resolve("data").toString());
        server.run(
                "pg_ctl",
                "-w",
                "-D",
                folder.resolve("data").toString(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-c listen_addresses=127.0.0.1 -p 54399 -k " + folder,
                "start");
        Path platform = Files.writeString(folder.resolve("platform.sql"), PLATFORM);
        for (Path each : List.of(platform, Files.copy(migration, folder.resolve("all.sql")))) {
            each.toFile().setReadable(true, false);
            server.run(
                    "psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", folder.toString(), "-p", "54399",
                    "-U", "postgres", "-f", each.toString());
        }
        return server;
    }

    String address() {
        return "postgresql://postgres@127.0.0.1:54399/postgres?sslmode=disable";
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(program + ": " + Files.readString(folder.resolve("output")));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("pg_ctl", "-m", "immediate", "-D", folder.resolve("data").toString(), "stop");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
